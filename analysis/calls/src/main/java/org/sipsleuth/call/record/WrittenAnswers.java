package org.sipsleuth.call.record;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads whether a call was answered: words of several languages, SIP statuses, causes (ITU-T
/// Q.850) by name or number, or the time of the answer. For one thread.
final class WrittenAnswers {

    /// What a cell says.
    enum Answer {
        /// It was answered.
        YES,
        /// It was not.
        NO,
        /// It ended normally: it was answered if it has a duration, or if durations are not known.
        ENDED,
        /// Nothing that is understood.
        UNKNOWN
    }

    private static final Set<String> YES =
            words(
                    "1 yes y true ok answer answered call_answered accepted connected completed",
                    "complete success successful succeeded",
                    "ja wahr angenommen beantwortet verbunden erfolgreich entgegengenommen",
                    "oui vrai repondu repondue decroche abouti aboutie",
                    "si verdadero contestada contestado respondida respondido atendida atendido",
                    "vero risposto risposta",
                    "waar beantwoord opgenomen aangenomen",
                    "sim verdadeiro",
                    "tak odebrane odebrano odebrana");

    private static final Set<String> NO =
            words(
                    "0 no n false unanswered not_answered no_answer noanswer busy failed fail",
                    "failure cancelled canceled cancel rejected refused declined congestion missed",
                    "abandoned timeout timed_out no_response unreachable unavailable",
                    "chanunavail dontcall torture invalidargs ring ringing",
                    "nein falsch besetzt abgelehnt nicht_angenommen unbeantwortet",
                    "nicht_beantwortet verpasst fehlgeschlagen abgebrochen abgewiesen entgangen",
                    "keine_antwort nicht_erreichbar erfolglos nicht_verbunden",
                    "non faux occupe sans_reponse non_repondu non_repondue manque manquee echoue",
                    "echouee echec rejete refuse annule pas_de_reponse",
                    "falso ocupado sin_respuesta no_contestada no_contestado no_respondida perdida",
                    "rechazada fallida cancelada no_atendida",
                    "occupato nessuna_risposta non_risposto non_risposta persa rifiutata fallita",
                    "annullata",
                    "nee onwaar bezet gemist niet_beantwoord geen_gehoor mislukt geweigerd",
                    "nao nao_atendida nao_atendido sem_resposta recusada",
                    "nie zajete nieodebrane odrzucone",
                    // Q.850 as FreeSWITCH names it
                    "unallocated_number no_route_transit_net no_route_destination user_busy",
                    "channel_unacceptable no_user_response subscriber_absent call_rejected",
                    "number_changed redirection_to_new_destination exchange_routing_error",
                    "destination_out_of_order invalid_number_format facility_rejected",
                    "normal_circuit_congestion network_out_of_order switch_congestion",
                    "access_info_discarded requested_chan_unavail pre_empted",
                    "facility_not_subscribed outgoing_call_barred incoming_call_barred",
                    "bearercapability_notauth bearercapability_notavail service_unavailable",
                    "bearercapability_notimpl chan_not_implemented facility_not_implemented",
                    "service_not_implemented invalid_call_reference incompatible_destination",
                    "mandatory_ie_missing protocol_error originator_cancel crash",
                    "progress_timeout lose_race user_not_registered user_challenge gateway_down",
                    "invalid_gateway invalid_url invalid_profile no_pickup");

    private static final Set<String> ENDED =
            words(
                    "normal_clearing normal_unspecified normal_temporary_failure",
                    "recovery_on_timer_expire media_timeout allotted_timeout attended_transfer",
                    "blind_transfer manager_request system_shutdown interworking picked_off"
                            + " srtp_read_error",
                    "normal_call_clearing normal");

    private static final int NORMAL_CLEARING = 16;
    private static final int NORMAL_UNSPECIFIED = 31;
    private static final BitSet CAUSES = causes();

    private static final Pattern STATUS = Pattern.compile("(\\d{1,3})(?:[\\s_:,;-].*)?");
    private static final Pattern REASON =
            Pattern.compile("(sip|q_850)\\s*;\\s*cause\\s*=\\s*(\\d{1,3}).*");
    private static final int LONGEST = 200;
    private static final int MOST_KEPT = 1_000;
    private static final int TRYING = 100;
    private static final int OK = 200;
    private static final int REDIRECTED = 300;
    private static final int NO_STATUS = 700;

    /// A shorter number is not a time.
    private static final int SHORTEST_TIME = 10;

    private final boolean areCauses;
    private final WrittenTimes times;
    private final Map<String, Answer> known = new HashMap<>();

    /// @param areCauses whether a number says why a call ended
    /// @param times reads times of answers
    WrittenAnswers(boolean areCauses, WrittenTimes times) {
        this.areCauses = areCauses;
        this.times = times;
    }

    private static Set<String> words(String... lines) {
        return Arrays.stream(lines)
                .flatMap(line -> Arrays.stream(line.split(" ")))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static BitSet causes() {
        BitSet causes = new BitSet();
        for (int[] range :
                List.of(
                        new int[] {1, 9},
                        new int[] {16, 23},
                        new int[] {25, 31},
                        new int[] {34, 34},
                        new int[] {38, 44},
                        new int[] {46, 47},
                        new int[] {49, 50},
                        new int[] {53, 58},
                        new int[] {62, 63},
                        new int[] {65, 66},
                        new int[] {69, 70},
                        new int[] {79, 79},
                        new int[] {81, 88},
                        new int[] {90, 91},
                        new int[] {95, 103},
                        new int[] {110, 111},
                        new int[] {127, 127})) {
            causes.set(range[0], range[1] + 1);
        }
        return causes;
    }

    /// What a cell says.
    ///
    /// @param cell not empty
    Answer of(CharSequence cell) {
        if (cell.length() > LONGEST) {
            return Answer.UNKNOWN;
        }
        String text = cell.toString();
        Answer before = known.get(text);
        if (before != null) {
            return before;
        }
        Answer read = read(text);
        if (known.size() < MOST_KEPT) {
            known.put(text, read);
        }
        return read;
    }

    private Answer read(String text) {
        String word = PlainWords.of(text);
        Matcher status = STATUS.matcher(word);
        Matcher reason = REASON.matcher(word);
        if (reason.matches()) {
            int number = Integer.parseInt(reason.group(2));
            return reason.group(1).equals("sip") ? status(number) : cause(number);
        }
        if (areCauses && status.matches()) {
            return number(Integer.parseInt(status.group(1)));
        }
        if (ENDED.contains(word)) {
            return Answer.ENDED;
        }
        if (YES.contains(word)) {
            return Answer.YES;
        }
        if (NO.contains(word)) {
            return Answer.NO;
        }
        if (text.length() >= SHORTEST_TIME) {
            OptionalLong at = times.nanos(text);
            if (at.isPresent()) {
                return at.getAsLong() > 0 ? Answer.YES : Answer.NO;
            }
            if (text.startsWith("0000-00-00")) { // no time, as databases write it
                return Answer.NO;
            }
        }
        return status.matches() ? number(Integer.parseInt(status.group(1))) : Answer.UNKNOWN;
    }

    private Answer number(int number) {
        if (number >= (areCauses ? OK : TRYING)) {
            return status(number);
        }
        return areCauses || number >= NORMAL_CLEARING ? cause(number) : Answer.UNKNOWN;
    }

    private static Answer status(int number) {
        return number < TRYING || number >= NO_STATUS
                ? Answer.UNKNOWN
                : number >= OK && number < REDIRECTED ? Answer.YES : Answer.NO;
    }

    private static Answer cause(int number) {
        return number == 0 || number == NORMAL_CLEARING || number == NORMAL_UNSPECIFIED
                ? Answer.ENDED
                : CAUSES.get(number) ? Answer.NO : Answer.UNKNOWN;
    }
}
