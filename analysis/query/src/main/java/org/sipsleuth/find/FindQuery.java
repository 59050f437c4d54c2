package org.sipsleuth.find;

import java.util.Optional;
import org.sipsleuth.dialog.leg.fact.Keys;
import org.sipsleuth.dialog.leg.fact.Party;
import org.sipsleuth.sip.field.SipUri;

/// What is asked for, in all that it can mean: an address; else a Call-ID, or a number or user, with
/// a host if it is a URI.
///
/// Two telephone numbers are the same if one is the end of the other and has at least seven digits, or
/// if they are equal, `+`, `00`, a national `0` and separators left out.
public final class FindQuery {

    private final String text;
    private final Optional<String> address;
    private final String user;
    private final Optional<String> host;

    /// Of this run, so that nobody can construct a name that counts as another one.
    private final Keys keys = new Keys();

    private final long party;

    private FindQuery(String text, Optional<String> address, String user, Optional<String> host) {
        this.text = text;
        this.address = address;
        this.user = user;
        this.host = host;
        party = Party.ofUser(user, keys);
    }

    /// Reads what a user typed.
    public static FindQuery of(String typed) {
        String text = typed.strip();
        Optional<String> address = NamedValue.address(text);
        if (address.isPresent()) {
            return new FindQuery(text, address, "", Optional.empty());
        }
        boolean isUri = text.matches("(?i)(sips?|tel):.*");
        Optional<SipUri> uri = isUri || text.contains("@") ? SipUri.of(isUri ? text : "sip:" + text) : Optional.empty();
        if (uri.isEmpty()) {
            return new FindQuery(text, address, text, Optional.empty());
        }
        Optional<String> host = Optional.of(NamedValue.normal(uri.get().host())).filter(name -> !name.isEmpty());
        return new FindQuery(text, address, uri.get().user(), host);
    }

    /// As it was typed.
    public String text() {
        return text;
    }

    /// Whether it is nothing that could be found.
    public boolean isEmpty() {
        return text.isEmpty();
    }

    /// Keys of names to compare with.
    Keys keys() {
        return keys;
    }

    /// Whether a capture may have it.
    boolean mayBeIn(CaptureEntry entry) {
        if (address.isPresent()) {
            return entry.hosts().mayHave(CaptureEntry.KEYS.of(address.get()));
        }
        long stored = Party.ofUser(user, CaptureEntry.KEYS);
        return entry.callIds().mayHave(CaptureEntry.KEYS.of(text))
                || (stored != Party.NOBODY && entry.users().mayHave(CaptureEntry.userKey(stored)));
    }

    boolean isCallId(String callId) {
        return address.isEmpty() && callId.equals(text);
    }

    /// Whether a host of a packet is asked for.
    boolean isHost(String name) {
        return address.isPresent() && address.get().equals(name);
    }

    /// Whether a value of a message names it.
    boolean isNamed(NamedValue value) {
        if (address.isPresent()) {
            return isHost(value.host());
        }
        return isParty(value.party()) && (host.isEmpty() || host.get().equals(value.host()));
    }

    private boolean isParty(long other) {
        return switch (Party.likeness(party, other, Integer.MAX_VALUE, CaptureEntry.COMMON_DIGITS)) {
            case SAME, SAME_END -> true;
            case UNKNOWN, DIFFERENT -> false;
        };
    }

}
