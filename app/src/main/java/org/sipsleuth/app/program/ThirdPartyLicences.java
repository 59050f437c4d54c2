package org.sipsleuth.app.program;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// The libraries that come with the program, with version, home page and licence.
public final class ThirdPartyLicences {

    private static final String FILE = "/org/sipsleuth/app/third-party.txt";

    private ThirdPartyLicences() {}

    /// The list as text, a line for each library.
    public static String text() {
        return text(FILE);
    }

    /// The text of a resource.
    static String text(String name) {
        try (InputStream list = Objects.requireNonNull(ThirdPartyLicences.class.getResourceAsStream(name), name)) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
