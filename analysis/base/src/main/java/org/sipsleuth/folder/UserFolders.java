package org.sipsleuth.folder;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The folders of the user, where the XDG base directory specification puts them.
public final class UserFolders {

    private static final String PROGRAM = "sipsleuth";

    private UserFolders() {}

    /// The home directory: `$HOME`, as for every other program. Java's own `user.home` comes from
    /// the password database instead.
    ///
    /// @param environment the variables of the environment
    /// @param otherwise where `HOME` is not set
    public static String home(Map<String, String> environment, String otherwise) {
        return absolute(environment.get("HOME"), otherwise);
    }

    /// Where the settings of this user go.
    public static Path settings() {
        return settings(System.getenv(), System.getProperty("user.home"));
    }

    /// Where files of this user go that can be made again, or are kept for a while only.
    public static Path cache() {
        return cache(System.getenv(), System.getProperty("user.home"));
    }

    /// Where files of this user go that are kept, and are no settings.
    public static Path data() {
        return data(System.getenv(), System.getProperty("user.home"));
    }

    /// Where files go that are kept, and are no settings.
    public static Path data(Map<String, String> environment, String home) {
        return below(environment.get("XDG_DATA_HOME"), home, ".local/share");
    }

    /// Where settings go.
    public static Path settings(Map<String, String> environment, String home) {
        return below(environment.get("XDG_CONFIG_HOME"), home, ".config");
    }

    /// Where files go that can be made again, or are kept for a while only.
    public static Path cache(Map<String, String> environment, String home) {
        return below(environment.get("XDG_CACHE_HOME"), home, ".cache");
    }

    private static Path below(@Nullable String configured, String home, String usual) {
        return Path.of(absolute(configured, home + "/" + usual)).resolve(PROGRAM);
    }

    /// The specification has relative paths ignored.
    private static String absolute(@Nullable String configured, String otherwise) {
        return configured != null && configured.startsWith("/") ? configured : otherwise;
    }
}
