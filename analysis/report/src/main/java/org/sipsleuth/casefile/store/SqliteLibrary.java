package org.sipsleuth.casefile.store;

import org.sipsleuth.folder.NativeLibrary;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/// Has SQLite loaded from the cache folder of the user, at the first use of a case.
final class SqliteLibrary {

    private static boolean isPlaced;

    private SqliteLibrary() {}

    /// Where it cannot be loaded from there, sqlite-jdbc unpacks it into the folder of temporary
    /// files, and removes what earlier processes left there.
    static synchronized void place() {
        if (isPlaced || System.getProperty("org.sqlite.lib.path") != null) {
            return;
        }
        isPlaced = true;
        NativeLibrary
                .unpacked(SQLiteJDBCLoader.class,
                        LibraryLoaderUtil.getNativeLibResourcePath() + "/" + LibraryLoaderUtil.getNativeLibName(),
                        "sqlite-", ".so")
                .ifPresent(file -> {
                    System.setProperty("org.sqlite.lib.path", String.valueOf(file.getParent()));
                    System.setProperty("org.sqlite.lib.name", String.valueOf(file.getFileName()));
                });
    }
}
