#include <sys/ioctl.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <system_error>

#include "cli/app.hpp"

namespace {

volatile std::sig_atomic_t was_interrupted = 0;

/// The first Ctrl-C asks the program to stop; the second one, handled by the system again, ends it at once.
void on_interrupt(int /*signal*/) {
  was_interrupted = 1;
}

void stop_on_interrupt() {
  struct sigaction action = {};
  action.sa_handler = on_interrupt;
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  sigaction(SIGINT, &action, nullptr);
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
  return terminal;
}

}  // namespace

int main(int argument_count, char** arguments) {
  std::ios::sync_with_stdio(false);
  stop_on_interrupt();
  const std::vector<std::string> words(arguments + 1, arguments + argument_count);
  return static_cast<int>(wayworth::cli::run_app(words, std::cin, std::cout, std::cerr, this_terminal()));
}
