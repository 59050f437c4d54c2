package org.sipsleuth.dialog;

import java.nio.file.Path;
import java.util.List;
import org.sipsleuth.capture.file.UnpackLimit;

/// How captures are read.
///
/// @param keyLogs files with the secrets of TLS sessions, as `SSLKEYLOGFILE` names them
/// @param countsOnce whether a frame that several files hold counts once
/// @param unpackLimit how much of a compressed file is unpacked
public record ReadOptions(List<Path> keyLogs, boolean countsOnce, UnpackLimit unpackLimit) {

    /// Nothing but the captures.
    public static final ReadOptions NONE = new ReadOptions(List.of());

    public ReadOptions {
        keyLogs = List.copyOf(keyLogs);
    }

    /// With the default limit for compressed files.
    public ReadOptions(List<Path> keyLogs, boolean countsOnce) {
        this(keyLogs, countsOnce, UnpackLimit.DEFAULT);
    }

    /// With key logs; every frame of every file counts.
    public ReadOptions(List<Path> keyLogs) {
        this(keyLogs, false);
    }
}
