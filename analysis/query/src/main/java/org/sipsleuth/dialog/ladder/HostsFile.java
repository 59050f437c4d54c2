package org.sipsleuth.dialog.ladder;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sipsleuth.capture.IpText;
import org.sipsleuth.file.RegularFile;

/// Reads names of addresses from a file as `hosts(5)` describes it: on each line an address and
/// its names, `#` begins a comment. Nothing is looked up in the network.
public final class HostsFile {

    /// More names are passed over.
    static final int MOST_NAMES = 100_000;

    /// A larger file is no hosts file.
    static final long LARGEST_BYTES = 64L << 20;

    private static final int LONGEST_NAME = 255;

    private HostsFile() {}

    /// The names in a file, by address; of several names of an address the first.
    ///
    /// @throws IOException if it cannot be read, or is too large to be a hosts file
    public static Map<String, String> read(Path file) throws IOException {
        RegularFile.check(file);
        if (Files.size(file) > LARGEST_BYTES) {
            throw new IOException("larger than 64 MiB, so no hosts file");
        }
        Map<String, String> names = new HashMap<>();
        try (BufferedReader lines =
                new BufferedReader(new java.io.InputStreamReader(RegularFile.open(file), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null && names.size() < MOST_NAMES) {
                take(line, names);
                line = lines.readLine();
            }
        }
        return names;
    }

    private static void take(String line, Map<String, String> names) {
        int comment = line.indexOf('#');
        String[] words = (comment < 0 ? line : line.substring(0, comment)).strip().split("\\s+", 3);
        if (words.length >= 2 && words[1].length() <= LONGEST_NAME) {
            address(words[0]).ifPresent(address -> names.putIfAbsent(address, words[1]));
        }
    }

    private static Optional<String> address(String text) {
        try {
            return Optional.of(IpText.of(InetAddress.ofLiteral(text).getAddress()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
