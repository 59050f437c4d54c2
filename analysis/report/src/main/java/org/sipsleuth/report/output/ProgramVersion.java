package org.sipsleuth.report.output;

/// The version of the program, according to its jar.
public final class ProgramVersion {

    private ProgramVersion() {}

    /// The version, or `development` where the program does not come out of a jar.
    public static String text() {
        String version = ProgramVersion.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
