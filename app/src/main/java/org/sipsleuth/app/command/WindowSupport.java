package org.sipsleuth.app.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Whether this machine can show a window.
final class WindowSupport {

    private static final Map<String, String> LIBRARIES =
            Map.of("libgtk-3.so.0", "libgtk-3-0", "libXtst.so.6", "libxtst6");

    private final Map<String, String> environment;
    private final Path libraryCache;
    private final String platform;

    /// @param environment the variables of the process
    /// @param libraryCache the list that the system keeps of its libraries, `/etc/ld.so.cache`
    /// @param platform the platform that JavaFX is set to use (`glass.platform`), or empty
    WindowSupport(Map<String, String> environment, Path libraryCache, String platform) {
        this.environment = environment;
        this.libraryCache = libraryCache;
        this.platform = platform;
    }

    /// Why no window can be shown and what would mend it, or empty if nothing speaks against it.
    Optional<String> obstacle() {
        if (platform.startsWith("Headless")) {
            return Optional.empty(); // draws into memory, for pictures and tests
        }
        if (isUnset("DISPLAY") && isUnset("WAYLAND_DISPLAY")) {
            return Optional.of("cannot open the window: no display (DISPLAY and WAYLAND_DISPLAY are not"
                    + " set); start from a desktop, or with: xvfb-run sipsleuth FILE");
        }
        return missingLibraries().map(packages -> "cannot open the window: libraries are missing; install them"
                + " with: sudo apt-get install " + packages);
    }

    private boolean isUnset(String variable) {
        return environment.getOrDefault(variable, "").isEmpty();
    }

    private Optional<String> missingLibraries() {
        String known;
        try {
            known = Files.readString(libraryCache, StandardCharsets.ISO_8859_1);
        } catch (IOException noSuchList) {
            return Optional.empty();
        }
        StringBuilder packages = new StringBuilder();
        LIBRARIES.entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(library -> !known.contains(library.getKey()))
                .filter(library -> !isOnOwnPath(library.getKey()))
                .forEach(library -> packages.append(packages.isEmpty() ? "" : " ").append(library.getValue()));
        return packages.isEmpty() ? Optional.empty() : Optional.of(packages.toString());
    }

    private boolean isOnOwnPath(String library) {
        for (String folder : environment.getOrDefault("LD_LIBRARY_PATH", "").split(":", -1)) {
            if (!folder.isEmpty() && Files.exists(Path.of(folder, library))) {
                return true;
            }
        }
        return false;
    }
}
