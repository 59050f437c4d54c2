package org.sipsleuth.run;

import org.jspecify.annotations.Nullable;

/// Recognises failures for lack of memory. The JVM wraps them: where memory runs out while a class
/// is loaded, initialised or linked, the error is one of linkage.
public final class MemoryFault {

    /// How the JVM words the cause of a class that could not be initialised, of which it keeps no
    /// more than the text.
    private static final String KEPT = "Exception java.lang.OutOfMemoryError";

    /// A chain of causes may be a ring.
    private static final int MOST_CAUSES = 100;

    private MemoryFault() {}

    /// Whether memory ran out, by the failure or one of its causes.
    public static boolean isIn(Throwable fault) {
        @Nullable Throwable cause = fault;
        for (int i = 0; cause != null && i < MOST_CAUSES; i++) {
            if (isOne(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean isOne(Throwable cause) {
        if (cause instanceof OutOfMemoryError) {
            return true;
        }
        String words = cause.getMessage();
        return cause instanceof ExceptionInInitializerError && words != null && words.startsWith(KEPT);
    }
}
