package org.sipsleuth.edge.replay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sipsleuth.edge.stage.BanSettings;
import org.sipsleuth.edge.stage.FilterSettings;
import org.sipsleuth.edge.stage.Protection;
import org.sipsleuth.edge.stage.QueueSettings;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.setting.Settings;

/// The settings of a replay as names and values: `--set stack-invites=60`.
public final class EdgeOptions {

    private static final String PROTECTIONS = "protections";
    private static final String RETRY = "retry";
    private static final String PATIENCE = "patience";
    private static final String FEEDBACK = "feedback";
    private static final String INVITES = "stack-invites";
    private static final String SERVERS = "stack-servers";
    private static final String ROOM = "stack-queue";
    private static final String SERVICE = "stack-service";
    private static final String SAVING = "normalisation-saving";
    private static final String SEED = "seed";
    private static final String FILTER_RATE = "filter-rate";
    private static final String FILTER_OFFENCES = "filter-offences";
    private static final String FILTER_BLOCK = "filter-block";
    private static final String BAN_FAILURES = "ban-failures";
    private static final String BAN_WINDOW = "ban-window";
    private static final String BAN_SECONDS = "ban-seconds";
    private static final String TARGET_RATE = "target-rate";
    private static final String NEW_SESSIONS = "queues-new-sessions";
    private static final String SESSION_RATE = "queues-session-rate";
    private static final String NEWCOMERS = "queues-newcomers";
    private static final String KNOWN = "queues-known";
    private static final String RETRANSMISSION = "queues-retransmission";

    private static final String BASIC = "basic";
    private static final String ADVANCED = "advanced";
    private static final String NONE = "none";
    private static final String YES = "yes";
    private static final String EXPONENTIAL = "exponential";

    private static final double MOST = 1_000_000;
    private static final String PER_SECOND = "per second";

    private EdgeOptions() {}

    /// All settings.
    public static List<Setting> settings() {
        EdgeSettings usual = EdgeSettings.USUAL;
        StackSettings stack = usual.stack();
        FilterSettings filter = usual.filter();
        BanSettings ban = usual.ban();
        QueueSettings queues = usual.queues();
        return List.of(
                Setting.text(PROTECTIONS, BASIC,
                        "basic, advanced, none, or a list in the order of the stages: " + words()),
                Setting.choice(RETRY, "what a client does when nothing answers", "rfc3261", "none", "persistent"),
                real(PATIENCE, usual.patienceSeconds(), "s", 0.1, "a caller who hears nothing for so long hangs up"),
                Setting.choice(FEEDBACK, "whether earlier stages hear what later ones discard", YES, "no"),
                real(INVITES, stack.invitesPerSecond(), PER_SECOND, 0.01,
                        "INVITEs that the SIP stack processes (assumed)"),
                Setting.whole(SERVERS, stack.servers(), "", 1, 1_000, "processes of the SIP stack"),
                Setting.whole(ROOM, stack.waitingRoom(), "messages", 0, 10_000_000, "queue of the stack"),
                Setting.choice(SERVICE, "service times of the stack", "fixed", EXPONENTIAL),
                Setting.real(SAVING, stack.normalisedSaving(), "", 0, 1,
                        "share of the service time that normalisation saves (assumed)"),
                Setting.whole(SEED, stack.seed(), "", 0, Long.MAX_VALUE, "seed of exponential times"),
                real(FILTER_RATE, filter.perSecond(), PER_SECOND, 0.001, "new sessions of a source; more block it"),
                Setting.whole(FILTER_OFFENCES, filter.offences(), "", 0, 1_000_000,
                        "discarded messages in 10 s that block a source; 0 for none"),
                real(FILTER_BLOCK, filter.blockSeconds(), "s", 0, "how long a source is blocked"),
                Setting.whole(BAN_FAILURES, ban.failures(), "", 1, 1_000_000, "failed requests that ban a source"),
                real(BAN_WINDOW, ban.windowSeconds(), "s", 0.001, "within this time"),
                real(BAN_SECONDS, ban.banSeconds(), "s", 0, "how long a source is banned"),
                real(TARGET_RATE, usual.targetPerSecond(), PER_SECOND, 0.001, "new sessions for a called user"),
                real(NEW_SESSIONS, queues.newPerSecond(), PER_SECOND, 0.001, "new sessions of a host without a record"),
                real(SESSION_RATE, queues.messagesPerSecond(), PER_SECOND, 0.001, "messages of a session"),
                Setting.real(NEWCOMERS, queues.newcomers(), "", 0, 1,
                        "share of the queue for clients without a record"),
                Setting.real(KNOWN, queues.known(), "", 0, 1,
                        "share of the queue for new sessions of clients with a record"),
                Setting.real(RETRANSMISSION, queues.retransmission(), "", 0, 2,
                        "share of the queue from which clients without a record must retransmit;"
                                + " above 1 for never"));
    }

    private static Setting real(String name, double standard, String unit, double least, String meaning) {
        return Setting.real(name, standard, unit, least, MOST, meaning);
    }

    private static String words() {
        return Arrays.stream(Protection.values()).map(Protection::word).collect(Collectors.joining(", "));
    }

    /// The settings with these values.
    ///
    /// @throws SettingException if one is not known, or has no such value
    public static EdgeSettings of(Map<String, String> values) throws SettingException {
        Settings given = Settings.of(settings(), values);
        StackSettings stack = new StackSettings(given.count(SERVERS), given.real(INVITES), given.count(ROOM),
                given.is(SERVICE, EXPONENTIAL), 1, given.real(SAVING), given.whole(SEED));
        return new EdgeSettings(protections(given.text(PROTECTIONS)), stack,
                Retry.valueOf(given.text(RETRY).toUpperCase(Locale.ROOT)),
                new FilterSettings(given.real(FILTER_RATE), given.count(FILTER_OFFENCES), given.real(FILTER_BLOCK)),
                new BanSettings(given.count(BAN_FAILURES), given.real(BAN_WINDOW), given.real(BAN_SECONDS)),
                new QueueSettings(given.real(NEW_SESSIONS), given.real(SESSION_RATE), given.real(NEWCOMERS),
                        given.real(KNOWN), given.real(RETRANSMISSION)),
                given.real(TARGET_RATE), given.real(PATIENCE), given.is(FEEDBACK, YES));
    }

    private static List<Protection> protections(String text) throws SettingException {
        return switch (text) {
            case BASIC -> Protection.basic();
            case ADVANCED -> Protection.advanced();
            case NONE -> List.of();
            default -> own(text);
        };
    }

    private static List<Protection> own(String text) throws SettingException {
        List<Protection> chosen = new ArrayList<>();
        for (String word : Stream.of(text.split(",", -1)).map(String::strip).toList()) {
            Protection protection = Protection.of(word)
                    .orElseThrow(() -> new SettingException("protections must be basic, advanced, none or"
                            + " a list of " + words() + " (got " + word + ")."));
            if (chosen.contains(protection)) {
                throw new SettingException("protections has " + word + " twice.");
            }
            chosen.add(protection);
        }
        return chosen;
    }
}
