package org.sipsleuth.app.handover;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sipsleuth.folder.PrivateFolder;
import org.sipsleuth.folder.UserFolders;

/// Where the windows of one user on one display listen for files: a socket for each of them.
///
/// @param folder for this user only
/// @param display what the windows of one display have in common
public record WindowSockets(Path folder, String display) {

    private static final String PROGRAM = "sipsleuth";
    private static final int DISPLAY_BYTES = 6;

    /// Windows that are asked, the newest first.
    private static final int MOST_WINDOWS = 16;

    /// Those of this user on this display; empty where there is neither, or no folder for them.
    public static Optional<WindowSockets> ofUser() {
        return of(System.getenv(), UserFolders.cache());
    }

    /// @param environment the variables of the environment
    /// @param cache the user's folder where the system has none for sockets
    static Optional<WindowSockets> of(Map<String, String> environment, Path cache) {
        String display = environment.getOrDefault("DISPLAY", "").replaceFirst("\\.\\d+$", "");
        String shown = display.isEmpty() ? environment.getOrDefault("WAYLAND_DISPLAY", "") : display;
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        String runtime = environment.getOrDefault("XDG_RUNTIME_DIR", "");
        return Stream.of(runtime)
                .filter(each -> each.startsWith("/"))
                .map(each -> Path.of(each).resolve(PROGRAM))
                .filter(WindowSockets::isMade)
                .findFirst()
                .or(() -> Optional.of(cache.resolve("windows")).filter(WindowSockets::isMade))
                .map(folder -> new WindowSockets(folder, hash(shown)));
    }

    private static boolean isMade(Path folder) {
        try {
            PrivateFolder.make(folder);
            return true;
        } catch (IOException | UnsupportedOperationException noPlace) {
            return false;
        }
    }

    private static String hash(String display) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(display.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, DISPLAY_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// The socket of the window of a process.
    Path of(long process) {
        return folder.resolve(begin() + process);
    }

    private String begin() {
        return "window-" + display + "-";
    }

    /// The sockets that are there, the newest first.
    List<Path> all() throws IOException {
        List<Path> found = new ArrayList<>();
        Map<Path, Long> times = new HashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> isSocket(String.valueOf(each.getFileName()))).toList()) {
                if (PrivateFolder.isOwn(file)) {
                    found.add(file);
                    times.put(file, Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toMillis());
                }
            }
        }
        found.sort(Comparator.<Path, Long>comparing(times::get).reversed());
        return found.stream().limit(MOST_WINDOWS).toList();
    }

    private boolean isSocket(String name) {
        return name.startsWith(begin()) && name.substring(begin().length()).chars().allMatch(Character::isDigit);
    }
}
