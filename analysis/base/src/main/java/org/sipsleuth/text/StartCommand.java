package org.sipsleuth.text;

import java.nio.file.Path;

/// What this user types to start the program, and where its documentation is: advice names them.
public final class StartCommand {

    /// The system property that the launcher of a package sets: `deb`, `tar.gz`, `rpm`.
    public static final String PACKAGE = "sipsleuth.package";

    /// The kind of the portable archive.
    private static final String ARCHIVE = "tar.gz";

    private StartCommand() {}

    /// `sipsleuth` of an installed package, which is on the path; the path of that of an archive, as
    /// a shell reads it; `./sipsleuth` in the folder of the sources.
    public static String text() {
        return switch (System.getProperty(PACKAGE, "")) {
            case "" -> "./sipsleuth";
            case ARCHIVE ->
                    ShellWord.of(Path.of(System.getProperty("java.home")).resolveSibling("bin/sipsleuth").toString());
            default -> "sipsleuth";
        };
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
