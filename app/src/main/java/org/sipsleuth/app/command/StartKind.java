package org.sipsleuth.app.command;

/// How the start script starts a command: options of the JVM and class path in `options.sh`.
enum StartKind {
    /// With a small heap and no more classes than the program has.
    PLAIN,
    /// Compiled for loops over header fields.
    READING,
    /// With the cache of analyses.
    ANALYSIS,
    /// With a collector for much garbage.
    SIMULATING,
    /// With the library of trainings on the class path.
    TRAINING,
    /// With that library, and with the module that is built when it is first used.
    EVALUATION,
    /// As the window: libpcap needs the same rights.
    WINDOW,
    /// Not at all: the script does it itself.
    SCRIPT
}
