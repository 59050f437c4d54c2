package org.sipsleuth.dialog.seeded;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

/// Seeded: asks a server, which needs certificates.
public final class AsksServer {
    public static InputStream ask() throws IOException {
        return URI.create("https://example.org/").toURL().openStream();
    }
}
