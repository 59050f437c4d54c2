package org.sipsleuth.dialog;

import java.nio.file.Path;
import java.util.List;

/// How captures are read.
///
/// @param keyLogs files with the secrets of TLS sessions, as `SSLKEYLOGFILE` names them
/// @param countsOnce whether a frame that several files hold counts once
public record ReadOptions(List<Path> keyLogs, boolean countsOnce) {

    /// Nothing but the captures.
    public static final ReadOptions NONE = new ReadOptions(List.of());

    public ReadOptions {
        keyLogs = List.copyOf(keyLogs);
    }

    /// With key logs; every frame of every file counts.
    public ReadOptions(List<Path> keyLogs) {
        this(keyLogs, false);
    }
}
