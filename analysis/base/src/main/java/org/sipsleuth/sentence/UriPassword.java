package org.sipsleuth.sentence;

import java.util.List;
import java.util.regex.Pattern;

/// Masks passwords of SIP URIs (RFC 3261 §19.1.1, `sip:user:password@host`) in texts that quote a
/// capture, so that incidents can be handed on. Messages themselves stay as captured.
public final class UriPassword {

    private static final Pattern PASSWORD =
            Pattern.compile("\\b(sips?:[^\\s:@<>\"]{1,512}):[^\\s@<>\"]{0,512}@", Pattern.CASE_INSENSITIVE);

    private UriPassword() {}

    /// The text with `***` for each password: `sip:user:***@host`.
    public static String masked(String text) {
        return text.indexOf('@') < 0 ? text : PASSWORD.matcher(text).replaceAll("$1:***@");
    }

    /// A copy with masked texts.
    public static List<String> masked(List<String> texts) {
        return texts.stream().map(UriPassword::masked).toList();
    }
}
