package org.sipsleuth.app.workbench.memory;

import java.nio.file.Path;

/// Where files go that can be made again, or are kept for a while only.
public final class CacheDirectory {

    private CacheDirectory() {}

    /// That of this user, where the XDG base directory specification puts it.
    public static Path ofUser() {
        String configured = System.getenv("XDG_CACHE_HOME");
        Path cache =
                configured == null || configured.isBlank()
                        ? Path.of(System.getProperty("user.home"), ".cache")
                        : Path.of(configured);
        return cache.resolve("sipsleuth");
    }
}
