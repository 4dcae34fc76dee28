// Makes a system call of a program fail, or kills the program there: preloaded into it by failing_calls.py.
//
// Counted are the calls below the folder FAULT_ROOT, of all threads together: those that change something there, or
// with FAULT_KIND=read those that look. The call of the number FAULT_AT does what FAULT says:
//
//   kill      half of a write is done, and the program is killed;
//   a number  nothing is done, and the call fails with that errno (28 is a full disk);
//   -number   so do all calls after it, but for taking away: the disk stays full.
//
// Each call is written to FAULT_LOG, a line with its name and path. Close does close what it fails on, as Linux does.

#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

enum { DESCRIPTORS = 4096 };
enum use { NONE, READS, WRITES };

static const char *root;
static size_t root_length;
static bool counts_reads;
static long chosen;
static long fault;
static bool kills;
static int log_descriptor = -1;
static atomic_long count;
static _Atomic(enum use) uses[DESCRIPTORS];

__attribute__((constructor)) static void start(void) {
  root = getenv("FAULT_ROOT");
  if (root == NULL) return;
  root_length = strlen(root);
  const char *kind = getenv("FAULT_KIND"), *at = getenv("FAULT_AT"), *what = getenv("FAULT"), *log = getenv("FAULT_LOG");
  counts_reads = kind != NULL && strcmp(kind, "read") == 0;
  chosen = at == NULL ? 0 : atol(at);
  kills = what != NULL && strcmp(what, "kill") == 0;
  fault = what == NULL ? 0 : atol(what);
  if (log != NULL) log_descriptor = (int)syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND, 0644);
}

// Relative paths are of the folder that the program runs in, which is the root or below it.
static bool is_ours(const char *path) {
  if (root == NULL || path == NULL) return false;
  return path[0] != '/' || (strncmp(path, root, root_length) == 0 && (path[root_length] == '/' || path[root_length] == 0));
}

static void note(const char *name, const char *path) {
  if (log_descriptor < 0) return;
  char line[PATH_MAX + 32];
  int length = snprintf(line, sizeof line, "%s %s\n", name, path);
  syscall(SYS_write, log_descriptor, line, (size_t)length);
}

// Whether this call is to fail; errno is set then. A killed program does not come back, but for a write's half.
static bool fails(const char *name, const char *path, bool is_read, bool takes_away) {
  if (is_read != counts_reads) return false;
  long number = atomic_fetch_add(&count, 1) + 1;
  note(name, path);
  bool is_chosen = number == chosen || (fault < 0 && chosen > 0 && number > chosen && !takes_away);
  if (!is_chosen) return false;
  if (kills) {
    if (strcmp(name, "write") == 0) return true;
    kill(getpid(), SIGKILL);
  }
  errno = (int)labs(fault);
  return true;
}

static void keep(int descriptor, enum use use) {
  if (descriptor >= 0 && descriptor < DESCRIPTORS) uses[descriptor] = use;
}

static enum use use_of(int descriptor) {
  return descriptor >= 0 && descriptor < DESCRIPTORS ? uses[descriptor] : NONE;
}

#define NEXT(name, type, ...) ((type(*)(__VA_ARGS__))dlsym(RTLD_NEXT, name))

// Calls that take a path and may change what stands there.
#define CHANGES(name, parameters, arguments, path, takes_away)               \
  int name parameters {                                                      \
    if (is_ours(path) && fails(#name, path, false, takes_away)) return -1;   \
    return ((int(*) parameters)dlsym(RTLD_NEXT, #name))arguments;            \
  }

CHANGES(mkdir, (const char *path, mode_t mode), (path, mode), path, false)
CHANGES(mkdirat, (int at, const char *path, mode_t mode), (at, path, mode), path, false)
CHANGES(rmdir, (const char *path), (path), path, true)
CHANGES(unlink, (const char *path), (path), path, true)
CHANGES(unlinkat, (int at, const char *path, int flags), (at, path, flags), path, true)
CHANGES(remove, (const char *path), (path), path, true)
CHANGES(rename, (const char *from, const char *to), (from, to), to, false)
CHANGES(renameat, (int a, const char *from, int b, const char *to), (a, from, b, to), to, false)
CHANGES(renameat2, (int a, const char *from, int b, const char *to, unsigned int flags), (a, from, b, to, flags), to, false)
CHANGES(link, (const char *from, const char *to), (from, to), to, false)
CHANGES(linkat, (int a, const char *from, int b, const char *to, int flags), (a, from, b, to, flags), to, false)
CHANGES(symlink, (const char *from, const char *to), (from, to), to, false)
CHANGES(symlinkat, (const char *from, int at, const char *to), (from, at, to), to, false)
CHANGES(truncate, (const char *path, off_t size), (path, size), path, false)
CHANGES(chmod, (const char *path, mode_t mode), (path, mode), path, false)
CHANGES(fchmodat, (int at, const char *path, mode_t mode, int flags), (at, path, mode, flags), path, false)
CHANGES(utimensat, (int at, const char *path, const struct timespec times[2], int flags), (at, path, times, flags), path, false)

// Opening, for either use.
static int opened(int at, const char *path, int flags, mode_t mode) {
  bool is_read = (flags & (O_WRONLY | O_RDWR | O_CREAT | O_TRUNC)) == 0;
  bool ours = is_ours(path);
  if (ours && fails("open", path, is_read, false)) return -1;
  int descriptor = NEXT("openat", int, int, const char *, int, ...)(at, path, flags, mode);
  keep(descriptor, !ours ? NONE : is_read ? READS : WRITES);
  return descriptor;
}

#define WITH_MODE(flags)                                \
  mode_t mode = 0;                                      \
  if ((flags) & (O_CREAT | __O_TMPFILE)) {              \
    va_list rest;                                       \
    va_start(rest, flags);                              \
    mode = va_arg(rest, mode_t);                        \
    va_end(rest);                                       \
  }

int open(const char *path, int flags, ...) { WITH_MODE(flags) return opened(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { WITH_MODE(flags) return opened(AT_FDCWD, path, flags, mode); }
int openat(int at, const char *path, int flags, ...) { WITH_MODE(flags) return opened(at, path, flags, mode); }
int openat64(int at, const char *path, int flags, ...) { WITH_MODE(flags) return opened(at, path, flags, mode); }
int creat(const char *path, mode_t mode) { return opened(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode); }

int close(int descriptor) {
  enum use use = use_of(descriptor);
  keep(descriptor, NONE);
  bool failed = use == WRITES && fails("close", "", false, false);
  int code = errno;
  int result = (int)syscall(SYS_close, descriptor);
  if (!failed) return result;
  errno = code;
  return -1;
}

// What is written through a descriptor.
ssize_t write(int descriptor, const void *bytes, size_t size) {
  if (use_of(descriptor) == WRITES && fails("write", "", false, false)) {
    if (!kills) return -1;
    syscall(SYS_write, descriptor, bytes, size / 2);
    kill(getpid(), SIGKILL);
  }
  return syscall(SYS_write, descriptor, bytes, size);
}

#define THROUGH(name, type, parameters, arguments)                                           \
  type name parameters {                                                                     \
    if (use_of(descriptor) == WRITES && fails(#name, "", false, false)) return -1;           \
    return ((type(*) parameters)dlsym(RTLD_NEXT, #name))arguments;                           \
  }

THROUGH(pwrite, ssize_t, (int descriptor, const void *bytes, size_t size, off_t at), (descriptor, bytes, size, at))
THROUGH(pwrite64, ssize_t, (int descriptor, const void *bytes, size_t size, off_t at), (descriptor, bytes, size, at))
THROUGH(writev, ssize_t, (int descriptor, const struct iovec *pieces, int number), (descriptor, pieces, number))
THROUGH(ftruncate, int, (int descriptor, off_t size), (descriptor, size))
THROUGH(ftruncate64, int, (int descriptor, off_t size), (descriptor, size))
THROUGH(fsync, int, (int descriptor), (descriptor))
THROUGH(fdatasync, int, (int descriptor), (descriptor))
THROUGH(fchmod, int, (int descriptor, mode_t mode), (descriptor, mode))
THROUGH(futimens, int, (int descriptor, const struct timespec times[2]), (descriptor, times))
THROUGH(fallocate, int, (int descriptor, int mode, off_t at, off_t size), (descriptor, mode, at, size))

int flock(int descriptor, int how) {
  if (use_of(descriptor) != NONE && (how & LOCK_UN) == 0 && fails("flock", "", false, false)) return -1;
  return (int)syscall(SYS_flock, descriptor, how);
}

// Looking.
ssize_t read(int descriptor, void *bytes, size_t size) {
  if (use_of(descriptor) == READS && fails("read", "", true, false)) return -1;
  return syscall(SYS_read, descriptor, bytes, size);
}

DIR *opendir(const char *path) {
  if (is_ours(path) && fails("opendir", path, true, false)) return NULL;
  DIR *folder = NEXT("opendir", DIR *, const char *)(path);
  if (folder != NULL) keep(dirfd(folder), is_ours(path) ? READS : NONE);
  return folder;
}

struct dirent *readdir(DIR *folder) {
  if (use_of(dirfd(folder)) == READS && fails("readdir", "", true, false)) return NULL;
  return NEXT("readdir", struct dirent *, DIR *)(folder);
}

int closedir(DIR *folder) {
  keep(dirfd(folder), NONE);
  return NEXT("closedir", int, DIR *)(folder);
}

int stat(const char *path, struct stat *info) {
  if (is_ours(path) && fails("stat", path, true, false)) return -1;
  return NEXT("stat", int, const char *, struct stat *)(path, info);
}

int lstat(const char *path, struct stat *info) {
  if (is_ours(path) && fails("lstat", path, true, false)) return -1;
  return NEXT("lstat", int, const char *, struct stat *)(path, info);
}

int fstat(int descriptor, struct stat *info) {
  if (use_of(descriptor) == READS && fails("fstat", "", true, false)) return -1;
  return NEXT("fstat", int, int, struct stat *)(descriptor, info);
}
