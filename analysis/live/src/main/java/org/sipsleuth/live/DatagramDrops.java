package org.sipsleuth.live;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// How many datagrams the kernel of Linux dropped since a socket's buffer was full: the last column
/// of `/proc/net/udp` and `/proc/net/udp6` (proc_pid_net(5)).
final class DatagramDrops {

    private static final int LOCAL_ADDRESS = 1;
    private static final int DROPS = 12;

    private final List<Path> tables;
    private final String port;

    /// @param directory has the tables; where it has none, nothing is known to be dropped
    DatagramDrops(Path directory, int port) {
        this.tables = List.of(directory.resolve("udp"), directory.resolve("udp6"));
        this.port = ":%04X".formatted(port).toUpperCase(Locale.ROOT);
    }

    long count() {
        long drops = 0;
        for (Path table : tables) {
            drops += count(table);
        }
        return drops;
    }

    private long count(Path table) {
        long drops = 0;
        try {
            for (String line : Files.readAllLines(table, StandardCharsets.ISO_8859_1)) {
                String[] columns = line.strip().split("\\s+", -1);
                if (columns.length > DROPS && columns[LOCAL_ADDRESS].endsWith(port)) {
                    drops += Long.parseLong(columns[DROPS]);
                }
            }
        } catch (IOException | NumberFormatException unknown) {
            return drops;
        }
        return drops;
    }
}
