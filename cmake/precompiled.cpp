// Compiled only so that the headers named in CMake are read once.
