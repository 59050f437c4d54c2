package org.sipsleuth.filter.complete;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.Talk;
import org.sipsleuth.filter.Filter;
import org.sipsleuth.filter.catalog.KnownFields;
import org.sipsleuth.filter.field.FieldCatalog;
import org.sipsleuth.run.RunMonitor;

final class CompletionTest {

    private static final FieldCatalog CATALOG = KnownFields.catalog();
    private static final Completion USUAL = new Completion(CATALOG, KnownValues.usual());

    private static List<String> at(String text) {
        return texts(USUAL.at(text, text.length()));
    }

    private static List<String> texts(Proposals proposals) {
        return proposals.list().stream().map(Proposal::text).toList();
    }

    @Test
    void emptyFilterProposesFieldsWithKindAndDescription() {
        Proposal first = USUAL.at("", 0).list().getFirst();
        assertEquals("sip.Method", first.text());
        assertEquals("text", first.kind());
        assertEquals("the method of a request", first.description());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`',
            value = {
                "sip.Me|sip.Method",
                "setup|dialog.setup_time",
                "user-ag|sip.User-Agent",
                "dialog.stat|dialog.state",
                "le|len(",
                "sip.Method|sip.Method",
                "sip.Method·|==",
                "sip.Method con|contains",
                "frame.number g|>",
                "sip.Status-Code not·|in {",
                "sip.Method ==·|\"INVITE\"",
                "sip.Method == \"BY|\"BYE\"",
                "sip.Method == IN|\"INVITE\"",
                "sip.Status-Code in {|100",
                "sip.Status-Code in {200, 4|401",
                "sip.Status-Code in {200, 401..4|401",
                "sip.Status-Code in·|{",
                "sip.Method == \"BYE\"·|&&",
                "sip.Method == \"BYE\" an|&&",
                "sip.Method == \"BYE\" && sip.Me|sip.Method",
                "len(sip.From)·|==",
                "udp.srcport == udp.ds|udp.dstport",
                "!sip.retr|sip.retransmission",})
    void proposesFirst(String shown, String first) {
        String text = shown.replace('·', ' ');
        assertTrue(at(text).contains(first), () -> text + " → " + at(text).stream().limit(5).toList());
        assertEquals(first, at(text).getFirst());
    }

    @Test
    void valuesInParenthesesAreThoseOfTheirField() {
        assertEquals("\"trying\"", at("(sip.Method == \"BYE\" || dialog.state == ").getFirst());
    }

    @Test
    void numbersAreNotSearched() {
        assertFalse(at("frame.number ").contains("contains"));
        assertTrue(at("sip.From ").contains("contains"));
    }

    @Test
    void lengthOfTextIsANumber() {
        assertFalse(at("len(sip.From) ").contains("contains"));
    }

    @Test
    void nothingIsProposedInsideOfAPattern() {
        assertEquals(List.of(), at("sip.From matches r\"^s"));
        assertEquals(List.of(), at("sip.From[0"));
    }

    @Test
    void chosenProposalReplacesTheWordAroundTheCaret() {
        String text = "sip.Meth == \"BYE\"";
        Proposals proposals = USUAL.at(text, "sip.Me".length());
        Proposals.Edited edited = proposals.choose(text, proposals.list().getFirst());
        assertEquals("sip.Method == \"BYE\"", edited.text());
        assertEquals("sip.Method ".length(), edited.caret());
    }

    @Test
    void chosenOperatorIsSetApart() {
        String text = "sip.Method == \"BYE\"";
        Proposals proposals = USUAL.at(text, text.length());
        Proposals.Edited edited = proposals.choose(text, proposals.list().getFirst());
        assertEquals("sip.Method == \"BYE\" && ", edited.text());
        assertEquals(edited.text().length(), edited.caret());
    }

    @Test
    void valuesOfTheCaptureComeFirstTheMostFrequentAhead() throws IOException {
        SipIndex index = new Talk().request(Talk.CALLER, Talk.CALLEE, "INFO", 1, "a")
                .response(Talk.CALLEE, Talk.CALLER, 606, "INFO", 1, "a")
                .callId("two@x")
                .request(Talk.CALLER, Talk.CALLEE, "KICK", 1, "b")
                .response(Talk.CALLEE, Talk.CALLER, 606, "KICK", 1, "b")
                .response(Talk.CALLEE, Talk.CALLER, 200, "KICK", 1, "b")
                .read();
        Completion completion = new Completion(CATALOG, CapturedValues.of(index, RunMonitor.NONE));
        assertEquals("606", texts(completion.at("sip.Status-Code == ", 19)).getFirst());
        assertEquals("\"Talk\"", texts(completion.at("sip.User-Agent == ", 18)).getFirst());
        assertTrue(texts(completion.at("sip.Method == \"K", 16)).contains("\"KICK\""));
        assertEquals("192.0.2.1", texts(completion.at("ip.addr == ", 11)).getFirst());
    }

    @Provide
    Arbitrary<String> typed() {
        return Arbitraries
                .of("sip.Method", "dialog.state", "frame.number", "==", "in", "not", "{", "}", "(", ")", "&&", "||",
                        "\"", "\"BYE\"", "200", "..", ",", "len", "[", "=", "|", "'", "\\", "-", " ", "é", "\u202e",
                        "\ud800", "any")
                .list()
                .ofMaxSize(14)
                .map(pieces -> String.join("", pieces));
    }

    @Property
    void whateverIsTypedGivesProposalsThatCanBeChosen(@ForAll("typed") String text, @ForAll int caret) {
        int at = Math.floorMod(caret, text.length() + 1);
        Proposals proposals = USUAL.at(text, at);
        assertTrue(proposals.list().size() <= Proposals.MOST);
        for (Proposal proposal : proposals.list().stream().limit(5).toList()) {
            Proposals.Edited edited = proposals.choose(text, proposal);
            assertTrue(edited.text().contains(proposal.text()));
            assertTrue(edited.caret() <= edited.text().length());
        }
    }

    @Test
    void everyFieldCanBeAskedAsItIsProposed() throws Exception {
        for (Proposal proposal : new Completion(CATALOG, KnownValues.usual()).at("", 0).list()) {
            if (proposal.what() == Proposal.What.FIELD) {
                Filter.of(proposal.text(), CATALOG);
            }
        }
    }
}
