#include <sys/ioctl.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string_view>
#include <system_error>

#include "cli/app.hpp"

namespace {

volatile std::sig_atomic_t was_interrupted = 0;
volatile std::sig_atomic_t output_has_begun = 0;

constexpr unsigned patience_seconds = 1;

/// The first Ctrl-C asks the program to stop, at the latest after a second; the second one, handled by the system
/// again, ends it at once.
void on_interrupt(int /*signal*/) {
  was_interrupted = 1;
  alarm(patience_seconds);
}

/// What takes longer than a second between two questions whether to stop is ended where it stands: it has not printed
/// or written anything.
void on_end_of_patience(int /*signal*/) {
  if (output_has_begun != 0) return;
  constexpr std::string_view message = "\nwayworth: interrupted; nothing was written, and no file was changed\n";
  [[maybe_unused]] const ssize_t written = write(STDERR_FILENO, message.data(), message.size());
  _exit(static_cast<int>(wayworth::cli::ExitCode::interrupted));
}

void handle(int signal, void (*handler)(int), int flags) {
  struct sigaction action = {};
  action.sa_handler = handler;
  action.sa_flags = flags;
  sigaction(signal, &action, nullptr);
}

void stop_on_interrupt() {
  handle(SIGINT, on_interrupt, static_cast<int>(SA_RESETHAND));
  handle(SIGALRM, on_end_of_patience, SA_RESTART);
}

std::size_t terminal_columns() {
  winsize size{};
  return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

wayworth::cli::Terminal this_terminal() {
  wayworth::cli::Terminal terminal;
  terminal.output_is_terminal = isatty(STDOUT_FILENO) == 1;
  terminal.errors_are_terminal = isatty(STDERR_FILENO) == 1;
  terminal.columns = terminal_columns();
  for (const char* name : {"NO_COLOR", "CLICOLOR_FORCE", "TERM", "COLUMNS", "WAYWORTH_SHARE"}) {
    if (const char* value = std::getenv(name)) terminal.environment[name] = value;
  }
  std::error_code unknown;
  terminal.program = std::filesystem::read_symlink("/proc/self/exe", unknown);
  terminal.interrupted = [] { return was_interrupted != 0; };
  terminal.output_begins = [] { output_has_begun = 1; };
  return terminal;
}

}  // namespace

int main(int argument_count, char** arguments) {
  std::ios::sync_with_stdio(false);
  stop_on_interrupt();
  const std::vector<std::string> words(arguments + 1, arguments + argument_count);
  return static_cast<int>(wayworth::cli::run_app(words, std::cin, std::cout, std::cerr, this_terminal()));
}
