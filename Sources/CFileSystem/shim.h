#ifndef CFILESYSTEM_SHIM_H
#define CFILESYSTEM_SHIM_H

// Linux's own: unistd.h keeps it from whoever does not ask for GNU extensions, as Swift's importer.
int syncfs(int descriptor);

#endif
