/* Notes which methods of a native program run, in the order in which they run for the first time.

   Loaded before the program (LD_PRELOAD), it puts a breakpoint on the first byte of every method. The first thread that comes by writes the method's
   name down, puts the byte back and goes on, so that each method stops the program once. Needs Linux on x64; for measuring only.

   METHODS   a file with a line "ADDRESS NAME" for each method, in order of address (hexadecimal, as in the file of the program)
   RAN       the file that names are appended to, a line each; several processes may share it
   PROGRAM   the program's path: others that inherit the environment are left alone */
#define _GNU_SOURCE
#include <fcntl.h>
#include <link.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/uio.h>
#include <ucontext.h>
#include <unistd.h>

enum { BREAKPOINT = 0xCC };

struct method {
    unsigned long address;
    char *name;
    unsigned char first_byte;
};

static struct method *methods;
static size_t count;
static int ran;

static void fail(const char *what) {
    perror(what);
    _exit(1);
}

static int by_address(const void *left, const void *right) {
    unsigned long a = ((const struct method *)left)->address, b = ((const struct method *)right)->address;
    return a < b ? -1 : a > b;
}

/* The program is the first of what is loaded. */
static int base_of_program(struct dl_phdr_info *info, size_t size, void *base) {
    (void)size;
    *(unsigned long *)base = info->dlpi_addr;
    return 1;
}

/* Only what a signal handler may do. A second thread may have met the same breakpoint: it finds the byte put back, and repeats the instruction. */
static void on_breakpoint(int signal_number, siginfo_t *info, void *context) {
    greg_t *registers = ((ucontext_t *)context)->uc_mcontext.gregs;
    struct method key = { .address = (unsigned long)registers[REG_RIP] - 1 };
    struct method *method = bsearch(&key, methods, count, sizeof key, by_address);
    (void)info;
    if (!method) {
        signal(signal_number, SIG_DFL);
        return;
    }
    if (__sync_bool_compare_and_swap((unsigned char *)method->address, BREAKPOINT, method->first_byte)) {
        struct iovec line[] = { { method->name, strlen(method->name) }, { "\n", 1 } };
        if (writev(ran, line, 2) < 0)
            _exit(1);
    }
    registers[REG_RIP] = (greg_t)method->address;
}

static void read_methods(const char *path, unsigned long base) {
    FILE *file = fopen(path, "r");
    char *name = NULL;
    unsigned long address;
    size_t room = 0;
    if (!file)
        fail(path);
    while (fscanf(file, "%lx %ms", &address, &name) == 2) {
        if (count && methods[count - 1].address == base + address)
            continue;
        if (count == room && !(methods = realloc(methods, (room = room ? room * 2 : 65536) * sizeof *methods)))
            fail("realloc");
        methods[count++] = (struct method){ .address = base + address, .name = name };
    }
    fclose(file);
}

__attribute__((constructor)) static void begin(void) {
    char self[4096] = { 0 };
    const char *program = getenv("PROGRAM"), *list = getenv("METHODS"), *out = getenv("RAN");
    unsigned long base = 0, from, to, page = (unsigned long)sysconf(_SC_PAGESIZE);
    struct sigaction action = { .sa_sigaction = on_breakpoint, .sa_flags = SA_SIGINFO | SA_ONSTACK | SA_RESTART | SA_NODEFER };

    if (!program || !list || !out || readlink("/proc/self/exe", self, sizeof self - 1) < 0 || strcmp(self, program) != 0)
        return;
    dl_iterate_phdr(base_of_program, &base);
    read_methods(list, base);
    if (!count || (ran = open(out, O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0644)) < 0)
        fail(out);
    from = methods[0].address / page * page;
    to = methods[count - 1].address + 1;
    if (mprotect((void *)from, to - from, PROT_READ | PROT_WRITE | PROT_EXEC) != 0 || sigaction(SIGTRAP, &action, NULL) != 0)
        fail("mprotect");
    for (size_t i = 0; i < count; i++) {
        methods[i].first_byte = *(unsigned char *)methods[i].address;
        *(unsigned char *)methods[i].address = BREAKPOINT;
    }
}
