#include "cli/write_files.hpp"

#include <unistd.h>

#include <cerrno>
#include <fstream>
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

}  // namespace

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

}  // namespace wayworth::cli
