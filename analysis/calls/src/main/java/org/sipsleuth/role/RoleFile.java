package org.sipsleuth.role;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.sipsleuth.capture.file.RegularFile;

/// Reads what the user knows of hosts from a CSV file: `address,role,allowed,reason`, one host or
/// network a line. The role may be empty, allowed is `yes`, `no` or empty, and the reason is the
/// rest of the line. The first line may hold the names of the columns; `#` begins a comment line.
public final class RoleFile {

    /// The name of the file in the folder of the user's settings.
    public static final String NAME = "roles.csv";

    private static final int MOST_LINES = 10_000;
    private static final long LARGEST_BYTES = 4L << 20;
    private static final int COLUMNS = 4;
    private static final String HEADING = "address";

    private RoleFile() {}

    /// Reads a file.
    ///
    /// @throws IOException if it cannot be read, or a line is wrong; its message names the line and
    ///     what to write instead
    public static RoleCorrections read(Path file) throws IOException {
        RegularFile.check(file);
        if (Files.size(file) > LARGEST_BYTES) {
            throw new IOException("larger than 4 MiB, so no list of roles");
        }
        RoleCorrections.Builder corrections = new RoleCorrections.Builder();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(RegularFile.open(file), StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (number > MOST_LINES) {
                    throw new IOException("more than 10,000 lines; use networks such as 10.0.0.0/8");
                }
                read(line.strip(), number, corrections);
            }
        }
        return corrections.build();
    }

    private static void read(String line, int number, RoleCorrections.Builder corrections) throws IOException {
        String[] cells = line.split(",", COLUMNS);
        String address = cell(cells, 0);
        boolean isHeading = number == 1 && address.equalsIgnoreCase(HEADING);
        if (line.isEmpty() || line.startsWith("#") || isHeading) {
            return;
        }
        Optional<Role> role = role(cell(cells, 1), number);
        boolean isAllowed = isAllowed(cell(cells, 2), number);
        try {
            corrections.add(address, new RoleCorrection(role, isAllowed, cell(cells, 3)));
        } catch (IllegalArgumentException wrong) {
            throw wrong(number,
                    "\"%s\" is not an address or network that was not listed before; write it as".formatted(address)
                            + " 192.0.2.1, 2001:db8::1 or 192.0.2.0/24");
        }
    }

    private static String cell(String[] cells, int column) {
        String cell = column < cells.length ? cells[column].strip() : "";
        boolean isQuoted = cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"");
        return isQuoted ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell;
    }

    private static Optional<Role> role(String word, int number) throws IOException {
        if (word.isEmpty()) {
            return Optional.empty();
        }
        Optional<Role> role = Arrays.stream(Role.values())
                .filter(each -> each.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
        if (role.isEmpty()) {
            throw wrong(number, "unknown role \"%s\"; use one of %s".formatted(word, roles()));
        }
        return role;
    }

    private static String roles() {
        return String.join(", ", Arrays.stream(Role.values()).map(Role::word).toList());
    }

    private static boolean isAllowed(String word, int number) throws IOException {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "yes" -> true;
            case "", "no" -> false;
            default -> throw wrong(number, "allowed must be yes, no or empty (got " + word + ")");
        };
    }

    private static IOException wrong(int number, String what) {
        return new IOException("line %d: %s".formatted(number, what));
    }
}
