package org.sipsleuth.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.SplittableRandom;

/// Writes a table of invented call records if it is not there, and prints where it is.
///
/// Thirty days, one user for fifty calls unless their number is given; a few users make most calls
/// (the square of a uniform number), seven of ten go to one of twenty contacts. Rows are in the
/// order in which calls end, as exchanges write them. Equal arguments give equal bytes.
public final class WriteCallTable {

    private static final long SEED = 47;
    private static final long BEGIN = 1_763_337_600; // 2025-11-17T00:00:00Z
    private static final long SECONDS = 30L * 24 * 3600;
    private static final int ROWS_OF_A_USER = 50;
    private static final int CONTACTS = 20;
    private static final double KNOWN = 0.7;
    private static final double ANSWERED = 0.6;
    private static final double MEAN_TALK = 150;

    private WriteCallTable() {}

    /// How many rows, and if need be how many users.
    public static void main(String[] args) throws IOException {
        long rows = Long.parseLong(args[0]);
        long users = args.length > 1 ? Long.parseLong(args[1]) : Math.max(2, rows / ROWS_OF_A_USER);
        System.out.println(file(rows, users, Benchmarks.folder()));
    }

    /// The table in this folder.
    public static Path file(long rows, long users, Path folder) throws IOException {
        Path file = folder.resolve("records-" + rows + "-" + users + ".csv");
        if (Files.exists(file)) {
            return file;
        }
        Files.createDirectories(folder);
        Path part = folder.resolve(file.getFileName() + ".part");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
            out.write(
                    "caller,callee,start,duration,answered\n".getBytes(StandardCharsets.US_ASCII));
            SplittableRandom random = new SplittableRandom(SEED);
            for (long row = 0; row < rows; row++) {
                out.write(row(row, rows, users, random).getBytes(StandardCharsets.US_ASCII));
            }
        }
        return Files.move(part, file);
    }

    private static String row(long row, long rows, long users, SplittableRandom random) {
        double share = random.nextDouble();
        long caller = (long) (users * share * share);
        long callee =
                random.nextDouble() < KNOWN
                        ? (caller + 1 + random.nextInt(CONTACTS)) % users
                        : random.nextLong(users);
        boolean isAnswered = random.nextDouble() < ANSWERED;
        long talk = isAnswered ? 1 + (long) (-MEAN_TALK * Math.log(1 - random.nextDouble())) : 0;
        long ends = BEGIN + (long) ((double) row / rows * SECONDS);
        return number(caller)
                + ','
                + number(callee)
                + ','
                + Instant.ofEpochSecond(ends - talk)
                + ','
                + talk
                + (isAnswered ? ",yes\n" : ",no\n");
    }

    /// A number of no country.
    private static String number(long user) {
        return "+999" + (100_000_000 + user);
    }
}
