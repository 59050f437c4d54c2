package org.sipsleuth.filter.preset;

import java.util.Locale;
import java.util.Optional;
import org.sipsleuth.dialog.field.DialogField;

/// A filter that comes with the program. Each finds dialogs that have a message that fits.
public enum Preset {
    /// Calls that failed for a reason that nobody chose, or were dropped or disturbed: those that the
    /// overview counts, each problem together.
    CALLS_WITH_PROBLEM("problem.call in {\"troubled\", \"failed\"}", "problem"),
    /// Calls that ended otherwise than by an answer or by who called, whatever the reason: also busy
    /// and declined ones, which the class *failed* of the overview leaves out.
    FAILED_CALLS(
            "dialog.is_call == 1 && dialog.outcome in {\"failed\", \"refused\", \"dropped\"}"),
    /// Calls that ended with a status code of 4xx, 5xx or 6xx, those of one cause together.
    FAILED_BY_CAUSE(
            "dialog.is_call == 1 && dialog.outcome in {\"failed\", \"refused\"}"
                    + " && dialog.final_status >= 400",
            DialogField.CAUSE.key()),
    /// Calls in which somebody heard nothing, as RTP and the answers to offers show.
    ONE_WAY_OR_NO_AUDIO(
            "problem.kind in {\"one_way_audio\", \"no_audio\", \"audio_refused\", \"no_sdp_answer\","
                    + " \"codec_not_offered\", \"payload_type_not_negotiated\", \"media_icmp_error\","
                    + " \"no_hairpin\"}",
            "problem"),
    /// Registrations that failed, that come and go, or whose address cannot be reached.
    REGISTRATION_PROBLEMS(
            "(dialog.method == \"REGISTER\" && problem.severity in {\"low\", \"medium\", \"high\"})"
                    + " || problem.kind == \"registered_contact_unreachable\"",
            "problem"),
    /// Calls whose answer was never acknowledged.
    NO_ACK("hint.no_ack == 1"),
    /// Calls that ended when the callee stopped waiting for the ACK.
    DROPPED_AFTER_32_S("hint.dropped_after_32_s == 1"),
    /// Calls whose BYE was never answered.
    BYE_UNANSWERED("hint.bye_unanswered == 1"),
    /// Calls that took long until something was heard (RFC 6076 §4.3, ITU-T E.721: up to 8 s on
    /// international connections, which today nobody waits for).
    SLOW_SET_UP("dialog.setup_time > 4"),
    /// Calls that rang, or did not even ring, and were not taken.
    NO_ANSWER(
            "dialog.is_call == 1 && (dialog.outcome == \"cancelled\" || dialog.cause in {"
                    + "\"no response\", \"no final response\", \"request timeout\","
                    + " \"temporarily unavailable\"})"),
    /// Requests that were refused for want of a right password, or for good.
    AUTHENTICATION_FAILURES(
            "dialog.final_status in {401, 403, 407} && (sip.Authorization ||"
                    + " sip.Proxy-Authorization || sip.Status-Code == 403)"),
    /// Calls that were hung up within seconds.
    SHORT_CALLS("dialog.talk_time < 10"),
    /// Dialogs in which messages were repeated again and again.
    RETRANSMISSION_STORMS("dialog.retransmissions >= 5"),
    /// Messages in which something is wrong.
    DEFECTS("sip.defective == 1"),
    /// Session descriptions by which one side may hear nothing: one direction only, no address, or
    /// a private address in a message from elsewhere.
    ONE_WAY_AUDIO(
            "sdp.media_attr in {\"sendonly\", \"recvonly\", \"inactive\"}"
                    + " || sdp.connection_info.address == \"0.0.0.0\""
                    + " || (sdp.connection_info.address matches"
                    + " r\"^(10\\.|192\\.168\\.|172\\.(1[6-9]|2[0-9]|3[01])\\.)\""
                    + " && ip.src not in {10.0.0.0/8, 192.168.0.0/16, 172.16.0.0/12})"),
    /// Tools that search for what can be attacked, by the names they use.
    SCANNERS(
            "sip.User-Agent matches \"friendly-scanner|sipvicious|sip-?scan|sundayddr|sipcli"
                    + "|siparmyknife|sipsak|pplsip|vaxsip|eyebeam release 3006o|iwar|smap"
                    + "|sip.?splo|gulp|sipptk|nmap|masscan|zgrab\"");

    private final String filter;
    private final Optional<String> grouping;

    Preset(String filter) {
        this.filter = filter;
        grouping = Optional.empty();
    }

    Preset(String filter, String grouping) {
        this.filter = filter;
        this.grouping = Optional.of(grouping);
    }

    /// Its name for programs: `failed-calls`.
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The filter.
    public String filter() {
        return filter;
    }

    /// The key of the column by which the list of dialogs is grouped with it; empty if it stays as it
    /// is.
    public Optional<String> grouping() {
        return grouping;
    }
}
