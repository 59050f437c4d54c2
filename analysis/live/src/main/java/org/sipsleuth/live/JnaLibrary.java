package org.sipsleuth.live;

import com.sun.jna.Platform;
import org.sipsleuth.folder.NativeLibrary;

/// Has the native part of JNA loaded from the cache folder of the user, when libpcap is looked for
/// the first time.
final class JnaLibrary {

    private static final String PLACE = "jna.boot.library.path";
    private static final String PREFIX = "lib"; // as System.mapLibraryName adds on Linux
    private static final String SUFFIX = ".so";

    private static boolean isPlaced;

    private JnaLibrary() {}

    /// Where it cannot be loaded from there, JNA unpacks it into the folder of temporary files, and
    /// removes it at the end.
    static synchronized void place() {
        if (isPlaced || System.getProperty(PLACE) != null) {
            return;
        }
        isPlaced = true;
        NativeLibrary
                .unpacked(Platform.class, "/com/sun/jna/" + Platform.RESOURCE_PREFIX + "/libjnidispatch.so",
                        PREFIX + "jna-", SUFFIX)
                .ifPresent(file -> {
                    String name = String.valueOf(file.getFileName());
                    System.setProperty(PLACE, String.valueOf(file.getParent()));
                    System.setProperty("jna.boot.library.name",
                            name.substring(PREFIX.length(), name.length() - SUFFIX.length()));
                });
    }
}
