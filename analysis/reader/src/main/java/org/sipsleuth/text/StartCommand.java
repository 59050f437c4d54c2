package org.sipsleuth.text;

/// What this user types to start the program: advice names it.
public final class StartCommand {

    /// The system property that the launcher of a package sets: `deb`, `tar.gz`, `rpm`.
    public static final String PACKAGE = "sipsleuth.package";

    private StartCommand() {}

    /// `sipsleuth` of a package, which is on the path; `./sipsleuth` in the folder of the sources.
    public static String text() {
        return isPackaged() ? "sipsleuth" : "./sipsleuth";
    }

    /// Whether the program was installed, or unpacked, and not built from its sources.
    public static boolean isPackaged() {
        return !System.getProperty(PACKAGE, "").isEmpty();
    }
}
