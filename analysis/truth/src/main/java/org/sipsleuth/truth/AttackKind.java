package org.sipsleuth.truth;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What an attack is, in the words of incidents: the kinds that ground truth can name.
public enum AttackKind {
    HOST_SCAN,
    EXTENSION_ENUMERATION,
    PASSWORD_GUESSING,
    ACCOUNT_TAKEOVER,
    TOLL_FRAUD,
    SPIT,
    INVITE_FLOOD,
    REGISTER_FLOOD,
    OPTIONS_FLOOD,
    OTHER_FLOOD,
    RESPONSE_FLOOD,
    MALFORMED_MESSAGES,
    FUZZING,
    SESSION_TEARDOWN,
    REGISTRATION_HIJACK,
    MEDIA_REDIRECT,
    CALL_HIJACK,
    ROGUE_CHALLENGE,
    REMOTE_CONTROL,
    MESSAGE_SPAM,
    VOICEMAIL_PROBING,
    FIREWALL_PINHOLE,
    COVERT_CHANNEL,
    UNUSUAL_DIALOGS,
    SOCIAL_ANOMALY,
    CONTENT_ANOMALY;

    /// The name in truth files: `host_scan`.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The kind of this name in truth files.
    public static Optional<AttackKind> of(String text) {
        return Arrays.stream(values()).filter(kind -> kind.text().equals(text)).findFirst();
    }
}
