package org.sipsleuth.truth.write;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sipsleuth.truth.AttackKind;
import org.sipsleuth.truth.AttackOutcome;
import org.sipsleuth.truth.MessageFacts;

/// What an attack achieved and which accounts it concerns, as its captured messages show it. The
/// scenario may know more: it is used from two threads.
final class Achievement {

    private static final int MOST_ACCOUNTS = 100_000;
    private static final int OK = 200;

    private final Optional<AttackKind> kind;
    private final Set<String> named = new LinkedHashSet<>();
    private final Set<String> accounts = new LinkedHashSet<>();
    private AttackOutcome outcome = AttackOutcome.ATTEMPTED;

    /// Whether an answer said that a user does not exist, so that others show that one does.
    private boolean showsMissing;

    Achievement(Optional<AttackKind> kind) {
        this.kind = kind;
    }

    /// The scenario says that it got so far.
    synchronized void reached(AttackOutcome least) {
        outcome = outcome.compareTo(least) < 0 ? least : outcome;
    }

    /// The scenario names a user.
    synchronized void account(String user) {
        if (named.size() < MOST_ACCOUNTS) {
            named.add(user);
        }
    }

    /// Adds a message that an actor sent.
    synchronized void sent(MessageFacts message) {
        switch (kind.orElse(AttackKind.UNUSUAL_DIALOGS)) {
            case PASSWORD_GUESSING -> add(message.toUser());
            case TOLL_FRAUD, ACCOUNT_TAKEOVER -> {
                if (isOneOf(message, "INVITE", "REGISTER")) {
                    add(message.fromUser());
                }
            }
            case REGISTRATION_HIJACK -> addIf(message, "REGISTER");
            case HOST_SCAN, EXTENSION_ENUMERATION, SPIT, INVITE_FLOOD, REGISTER_FLOOD, OPTIONS_FLOOD, OTHER_FLOOD,
                    RESPONSE_FLOOD, MALFORMED_MESSAGES, FUZZING, SESSION_TEARDOWN, MEDIA_REDIRECT, CALL_HIJACK,
                    ROGUE_CHALLENGE, VOICEMAIL_PROBING, FIREWALL_PINHOLE, COVERT_CHANNEL, UNUSUAL_DIALOGS,
                    SOCIAL_ANOMALY, CONTENT_ANOMALY -> {
            }
            case REMOTE_CONTROL -> addIf(message, "NOTIFY");
            case MESSAGE_SPAM -> addIf(message, "MESSAGE");
        }
        if (message.status() > 0) { // a whole call
            received(message);
        }
    }

    /// Adds a response that an actor received.
    synchronized void received(MessageFacts message) {
        boolean isSuccess = message.status() / 100 == 2;
        boolean isInvite = message.method().equals("INVITE");
        boolean rings = isInvite && message.status() > 100 && message.status() < 200;
        switch (kind.orElse(AttackKind.UNUSUAL_DIALOGS)) {
            case HOST_SCAN -> reached(AttackOutcome.PARTIAL);
            case EXTENSION_ENUMERATION -> revealed(message);
            case PASSWORD_GUESSING -> reachedIf(isSuccess, AttackOutcome.SUCCEEDED);
            case TOLL_FRAUD, ACCOUNT_TAKEOVER -> {
                boolean registered = isSuccess && message.method().equals("REGISTER");
                reachedIf(registered || rings, AttackOutcome.PARTIAL);
                reachedIf(isSuccess && isInvite, AttackOutcome.SUCCEEDED);
            }
            case SPIT -> {
                reachedIf(rings, AttackOutcome.PARTIAL);
                reachedIf(isSuccess && isInvite, AttackOutcome.SUCCEEDED);
            }
            case SESSION_TEARDOWN, REGISTRATION_HIJACK, MEDIA_REDIRECT, CALL_HIJACK, REMOTE_CONTROL ->
                    reachedIf(isSuccess, AttackOutcome.SUCCEEDED);
            case MESSAGE_SPAM -> {
                reachedIf(isSuccess, AttackOutcome.PARTIAL);
                reachedIf(message.status() == OK, AttackOutcome.SUCCEEDED);
            }
            case VOICEMAIL_PROBING -> reachedIf(isSuccess && isInvite, AttackOutcome.PARTIAL);
            case FIREWALL_PINHOLE -> reachedIf(isSuccess && isInvite, AttackOutcome.SUCCEEDED);
            case INVITE_FLOOD, REGISTER_FLOOD, OPTIONS_FLOOD, OTHER_FLOOD, RESPONSE_FLOOD, MALFORMED_MESSAGES, FUZZING,
                    ROGUE_CHALLENGE, COVERT_CHANNEL, UNUSUAL_DIALOGS, SOCIAL_ANOMALY, CONTENT_ANOMALY -> {
            } // the scenario knows
        }
    }

    private void reachedIf(boolean condition, AttackOutcome least) {
        if (condition) {
            reached(least);
        }
    }

    /// An answer to a question for a user.
    private void revealed(MessageFacts message) {
        switch (message.status()) {
            case 404, 410, 604 -> showsMissing = true;
            case 401, 403, 405, 407, 420, 480, 486, 488, 600, 603, 606 -> add(message.toUser());
            default -> {
                if (message.status() > 100 && message.status() < 400) {
                    add(message.toUser());
                }
            }
        }
    }

    private void add(String user) {
        if (!user.isEmpty() && accounts.size() < MOST_ACCOUNTS) {
            accounts.add(user);
        }
    }

    /// Adds the user of To of a request of one method.
    private void addIf(MessageFacts message, String method) {
        if (message.method().equals(method)) {
            add(message.toUser());
        }
    }

    private static boolean isOneOf(MessageFacts message, String one, String other) {
        return message.method().equals(one) || message.method().equals(other);
    }

    private boolean isEnumeration() {
        return kind.filter(AttackKind.EXTENSION_ENUMERATION::equals).isPresent();
    }

    /// How far it got; empty if it is no attack.
    synchronized Optional<AttackOutcome> outcome() {
        boolean found = isEnumeration() && showsMissing && !accounts.isEmpty();
        if (found && outcome == AttackOutcome.ATTEMPTED) {
            return Optional.of(AttackOutcome.PARTIAL);
        }
        return kind.map(_ -> outcome);
    }

    /// The users attacked or used. Where all users are answered alike, none is revealed.
    synchronized List<String> accounts() {
        Set<String> all = new LinkedHashSet<>(named);
        if (!isEnumeration() || showsMissing) {
            all.addAll(accounts);
        }
        return new ArrayList<>(all);
    }
}
