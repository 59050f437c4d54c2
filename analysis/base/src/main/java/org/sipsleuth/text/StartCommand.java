package org.sipsleuth.text;

import java.nio.file.Path;
import java.util.regex.Pattern;

/// What this user types to start the program, and where its documentation is: advice names them.
public final class StartCommand {

    /// The system property that the launcher of a package sets: `deb`, `tar.gz`, `rpm`.
    public static final String PACKAGE = "sipsleuth.package";

    /// The kind of the portable archive.
    private static final String ARCHIVE = "tar.gz";

    /// What no shell takes for anything else.
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9/._+~-]+");

    private StartCommand() {}

    /// `sipsleuth` of an installed package, which is on the path; the path of that of an archive, as
    /// a shell reads it; `./sipsleuth` in the folder of the sources.
    public static String text() {
        return switch (System.getProperty(PACKAGE, "")) {
            case "" -> "./sipsleuth";
            case ARCHIVE -> quoted(Path.of(System.getProperty("java.home")).resolveSibling("bin/sipsleuth").toString());
            default -> "sipsleuth";
        };
    }

    private static String quoted(String path) {
        return PLAIN.matcher(path).matches() ? path : "'" + path.replace("'", "'\\''") + "'";
    }

    /// Where the documentation is.
    public static Path documentation() {
        return switch (System.getProperty(PACKAGE, "")) {
            case "" -> Path.of("docs");
            case ARCHIVE -> Path.of(System.getProperty("java.home")).resolveSibling("share/doc/sipsleuth/docs");
            default -> Path.of("/usr/share/doc/sipsleuth/docs");
        };
    }

    /// Whether the program was installed, or unpacked, and not built from its sources.
    public static boolean isPackaged() {
        return !System.getProperty(PACKAGE, "").isEmpty();
    }
}
