package org.sipsleuth.app.workbench.memory;

import java.nio.file.Path;
import org.sipsleuth.folder.UserFolders;

/// Where files go that can be made again, or are kept for a while only.
public final class CacheDirectory {

    private CacheDirectory() {}

    /// That of this user, where the XDG base directory specification puts it.
    public static Path ofUser() {
        return UserFolders.cache();
    }
}
