// Adds a space to the end of the file RESTLESS each time that a program is about to open it: preloaded into it, as if an
// editor saved the file between every two looks.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

static void change(const char *path) {
  const char *restless = getenv("RESTLESS");
  if (restless == NULL || strcmp(path, restless) != 0) return;
  int descriptor = (int)syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_APPEND, 0);
  syscall(SYS_write, descriptor, " ", 1);
  close(descriptor);
}

#define OPENS(name)                                      \
  int name(const char *path, int flags, ...) {           \
    va_list list;                                        \
    va_start(list, flags);                               \
    mode_t mode = va_arg(list, mode_t);                  \
    va_end(list);                                        \
    change(path);                                        \
    int (*real)(const char *, int, ...);                 \
    *(void **)&real = dlsym(RTLD_NEXT, #name);           \
    return real(path, flags, mode);                      \
  }

OPENS(open)
OPENS(open64)
