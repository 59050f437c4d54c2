package org.sipsleuth.simulate.scenario.hijack;

import java.util.Arrays;
import org.sipsleuth.truth.AttackKind;

/// What a third host does.
enum HijackKind {
    BYE("bye", AttackKind.SESSION_TEARDOWN, "a third host ends calls of others with BYE"),
    BYE_FORGED("bye-forged", AttackKind.SESSION_TEARDOWN,
            "a third host ends calls of others with BYE under the address of a party"),
    CANCEL("cancel", AttackKind.SESSION_TEARDOWN, "a third host ends ringing calls of others with CANCEL"),
    REGISTRATION_ADD("registration-add", AttackKind.REGISTRATION_HIJACK,
            "a third host adds itself to the bindings of a user"),
    REGISTRATION_REPLACE("registration-replace", AttackKind.REGISTRATION_HIJACK,
            "a third host replaces the bindings of a user"),
    MEDIA_INVITE("media-invite", AttackKind.MEDIA_REDIRECT, "a re-INVITE of a third host moves the media of a call"),
    MEDIA_UPDATE("media-update", AttackKind.MEDIA_REDIRECT, "an UPDATE of a third host moves the media of a call"),
    CALL_REFER("call-refer", AttackKind.CALL_HIJACK, "REFER of a third host transfers a party of a call to it"),
    CALL_INVITE("call-invite", AttackKind.CALL_HIJACK, "a re-INVITE of a third host takes over a party of a call"),
    CHALLENGE_BYE("challenge-bye", AttackKind.ROGUE_CHALLENGE, "a third host calls phones and challenges their BYE"),
    CHALLENGE_REGISTER("challenge-register", AttackKind.ROGUE_CHALLENGE,
            "a third host challenges registrations of phones");

    private final String text;
    private final AttackKind attack;
    private final String story;

    HijackKind(String text, AttackKind attack, String story) {
        this.text = text;
        this.attack = attack;
        this.story = story;
    }

    /// The names of all, as the setting has them.
    static String[] names() {
        return Arrays.stream(values()).map(kind -> kind.text).toArray(String[]::new);
    }

    /// The kind of this name.
    static HijackKind named(String name) {
        return Arrays.stream(values()).filter(kind -> kind.text.equals(name)).findFirst().orElseThrow();
    }

    /// What it is in the words of incidents.
    AttackKind attack() {
        return attack;
    }

    /// What happens, in a clause.
    String story() {
        return story;
    }
}
