package org.sipsleuth.finding;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The language in which methods word what they find: English, unless something is done in another.
/// It belongs to a thread; identifiers, evidence and values never depend on it.
public final class SentenceLanguage {

    private static final ScopedValue<Locale> LANGUAGE = ScopedValue.newInstance();

    private SentenceLanguage() {}

    /// The language of this thread.
    public static Locale current() {
        return LANGUAGE.orElse(Locale.ENGLISH);
    }

    /// Does something in a language.
    public static <T extends @Nullable Object, X extends Throwable> T in(Locale language,
            ScopedValue.CallableOp<T, X> action) throws X {
        return ScopedValue.where(LANGUAGE, language).call(action);
    }

    /// The same action for another thread: in the language of this one.
    public static Runnable carried(Runnable action) {
        Locale language = current();
        return () -> ScopedValue.where(LANGUAGE, language).run(action);
    }

    /// A whole number as the language writes it: `1,234`.
    public static String number(long number) {
        return String.format(current(), "%,d", number);
    }

    /// A number as the language writes it, with so many digits behind the point: `0.25`.
    public static String number(double number, int digits) {
        return String.format(current(), "%." + digits + "f", number);
    }
}
