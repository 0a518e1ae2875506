#include "cli/write_files.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <ostream>
#include <system_error>

#include "cli/failure.hpp"

namespace wayworth::cli {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& path, const std::string& reason) {
  throw WriteError("cannot write " + path.string() + ": " + reason);
}

std::string last_reason() {
  return errno == 0 ? "the disk may be full" : std::generic_category().message(errno);
}

void write_stream(const fs::path& path, const fs::path& shown, const std::string& content) {
  errno = 0;
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  if (!file) fail(shown, last_reason());
  file.write(content.data(), static_cast<std::streamsize>(content.size()));
  file.close();
  if (!file) fail(shown, last_reason());
}

/// A complete copy that waits beside its place; removed again unless it is moved there.
class StagedFile {
public:
  StagedFile(const OutputFile& file, fs::path place)
      : shown_(file.path), place_(std::move(place)), waiting_(place_.string() + ".part" + std::to_string(getpid())) {
    try {
      write_stream(waiting_, shown_, file.content);
    } catch (...) {
      remove();
      throw;
    }
  }
  StagedFile(StagedFile&& other) noexcept : shown_(std::move(other.shown_)), place_(std::move(other.place_)) {
    waiting_.swap(other.waiting_);
  }
  StagedFile(const StagedFile&) = delete;
  StagedFile& operator=(const StagedFile&) = delete;
  StagedFile& operator=(StagedFile&&) = delete;
  ~StagedFile() { remove(); }

  void move_into_place() {
    std::error_code error;
    fs::rename(waiting_, place_, error);
    if (error) fail(shown_, error.message());
    waiting_.clear();
  }

private:
  void remove() {
    std::error_code ignored;
    if (!waiting_.empty()) fs::remove(waiting_, ignored);
  }

  fs::path shown_;
  fs::path place_;
  fs::path waiting_;  ///< empty once moved
};

void make_directory_of(const fs::path& path) {
  if (!path.has_parent_path()) return;
  std::error_code error;
  fs::create_directories(path.parent_path(), error);
  if (error) fail(path, error.message());
}

/// The directory itself, or the nearest one above it that there is.
fs::path nearest_directory(fs::path directory) {
  std::error_code ignored;
  while (!directory.empty() && !fs::exists(directory, ignored) && directory.has_relative_path()) {
    directory = directory.parent_path();
  }
  return directory.empty() ? "." : directory;
}

/// \param shown  what the message is about
void check_directory(const fs::path& directory, const fs::path& shown) {
  const fs::path nearest = nearest_directory(directory);
  std::error_code ignored;
  if (!fs::is_directory(nearest, ignored)) fail(shown, nearest.string() + " is not a directory");
  if (faccessat(AT_FDCWD, nearest.c_str(), W_OK | X_OK, AT_EACCESS) != 0) {
    fail(shown, std::generic_category().message(errno));
  }
}

}  // namespace

void check_can_write(const std::filesystem::path& file) {
  std::error_code ignored;
  if (fs::is_directory(file, ignored)) fail(file, "it is a directory");
  if (fs::exists(file, ignored) && !fs::is_regular_file(file, ignored)) return;  // a pipe or a device
  check_directory(file.parent_path(), file);
}

void check_can_write_into(const std::filesystem::path& directory) {
  check_directory(directory, directory);
}

void write_files(const std::vector<OutputFile>& files) {
  std::vector<StagedFile> staged;
  for (const OutputFile& file : files) {
    make_directory_of(file.path);
    std::error_code error;
    const fs::file_status status = fs::status(file.path, error);
    if (fs::is_directory(status)) fail(file.path, "it is a directory");
    if (fs::exists(status) && !fs::is_regular_file(status)) {
      write_stream(file.path, file.path, file.content);
    } else {
      // A link stays a link: what it points to is replaced.
      staged.emplace_back(file, fs::exists(status) ? fs::canonical(file.path) : file.path);
    }
  }
  for (StagedFile& file : staged) file.move_into_place();
}

void list_written(const std::vector<OutputFile>& files, std::ostream& messages) {
  for (const OutputFile& file : files) messages << "Wrote " << file.path.string() << "\n";
}

}  // namespace wayworth::cli
