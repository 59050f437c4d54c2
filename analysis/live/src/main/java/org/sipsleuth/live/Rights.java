package org.sipsleuth.live;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sipsleuth.live.PacketSources.Obstacle;
import org.sipsleuth.text.StartCommand;

/// Whether this process may capture packets.
final class Rights {

    /// The status of this process in Linux (proc(5)).
    static final Path STATUS = Path.of("/proc/self/status");

    /// `setcap` on the java binary would grant the capability to every Java program, and makes the
    /// dynamic linker refuse the libraries beside that binary; so it is set for one process.
    static final Obstacle OBSTACLE = new Obstacle(
            "Live capture needs the capability CAP_NET_RAW. This starts SipSleuth with it, and no other program",
            ("sudo setpriv --reuid=$(id -u) --regid=$(id -g) --init-groups"
                    + " --inh-caps=+net_raw --ambient-caps=+net_raw %s live").formatted(StartCommand.text()));

    private static final String EFFECTIVE = "CapEff:";
    private static final int NET_RAW = 13;
    private static final int HEXADECIMAL = 16;

    private Rights() {}

    /// Whether the effective capabilities include CAP_NET_RAW. Where that is unknown, capturing may
    /// be tried.
    ///
    /// @param status a file as `/proc/self/status` is
    static boolean mayCapture(Path status) {
        try {
            return Files.readAllLines(status, StandardCharsets.ISO_8859_1)
                    .stream()
                    .filter(line -> line.startsWith(EFFECTIVE))
                    .map(line -> line.substring(EFFECTIVE.length()).strip())
                    .map(text -> Long.parseUnsignedLong(text, HEXADECIMAL))
                    .allMatch(capabilities -> (capabilities >>> NET_RAW & 1) != 0);
        } catch (IOException | NumberFormatException unknown) {
            return true;
        }
    }
}
