package org.sipsleuth.file;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import com.github.luben.zstd.util.Native;
import com.github.luben.zstd.util.ZstdVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.sipsleuth.folder.NativeLibrary;

/// Opens what zstd has packed. The native library is loaded at the first use, from the cache folder
/// of the user.
public final class ZstdLibrary {

    /// Where zstd-jni looks for its library before it unpacks it.
    private static final String PLACE = "ZstdNativePath";

    private static boolean isLoaded;

    private ZstdLibrary() {}

    /// Unpacks while it is read.
    public static InputStream open(InputStream packed) throws IOException {
        load();
        return new ZstdInputStreamNoFinalizer(packed);
    }

    private static synchronized void load() {
        if (isLoaded || Native.isLoaded()) {
            return;
        }
        isLoaded = true;
        NativeLibrary.unpacked(Native.class, resource(), "zstd-", ".so")
                .ifPresent(file -> System.setProperty(PLACE, file.toString()));
        try {
            Native.load();
        } catch (UnsatisfiedLinkError noProgramsThere) { // such as a folder mounted noexec
            System.clearProperty(PLACE);
            Native.load();
        }
    }

    /// The names are those of zstd-jni on Linux; other systems have no such resource.
    private static String resource() {
        String architecture = System.getProperty("os.arch", "");
        return "/%s/%s/libzstd-jni-%s.so".formatted(System.getProperty("os.name", "").toLowerCase(Locale.ROOT),
                architecture.equals("x86_64") ? "amd64" : architecture, ZstdVersion.VERSION);
    }
}
