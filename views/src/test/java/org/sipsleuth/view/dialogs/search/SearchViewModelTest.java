package org.sipsleuth.view.dialogs.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.search.MessageSearch;
import org.sipsleuth.search.SearchHits;
import org.sipsleuth.search.SearchKind;
import org.sipsleuth.search.SearchTerm;
import org.sipsleuth.view.session.Selection;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.ui.SampleCalls;

class SearchViewModelTest {

    /// Searches at once, or not at all.
    private static final class AtOnce implements SearchViewModel.Background {
        private int searches;
        private boolean fails;

        @Override
        public void search(SipIndex index, SearchTerm term, Consumer<Optional<SearchHits>> found) {
            searches++;
            found.accept(fails ? Optional.empty() : Optional.of(MessageSearch.find(index, term, RunMonitor.NONE)));
        }

        @Override
        public void stop() {}
    }

    private final SelectionModel selection = new SelectionModel();
    private final AtOnce background = new AtOnce();
    private final SearchViewModel model = new SearchViewModel(selection, background);
    private SipIndex index;

    @BeforeEach
    void read(@TempDir Path folder) throws IOException {
        index = SampleCalls.calls(20).index(folder.resolve("calls.pcap"));
        model.show(index);
    }

    private int[] withText(String text) {
        return IntStream.range(0, index.messages().size())
                .filter(m -> new String(index.bytes(m), UTF_8).contains(text))
                .toArray();
    }

    private void search(String text) {
        model.open(true);
        model.textProperty().set(text);
    }

    @Test
    void nothingIsSearchedForWhileTheBarIsClosed() {
        model.textProperty().set("BYE");
        assertEquals(0, background.searches);
        model.open(true);
        assertEquals(1, background.searches);
        model.open(false);
        assertInstanceOf(SearchState.Idle.class, model.stateProperty().get());
    }

    @Test
    void goesFromMessageToMessageAndRound() {
        search("BYE sip:");
        int[] expected = withText("BYE sip:");
        assertEquals(expected.length, model.hits().orElseThrow().size());
        for (int message : expected) {
            model.next();
            assertEquals(List.of(message), selection.get().messages());
            assertEquals(List.of(index.messages().dialog(message)), selection.get().dialogs());
        }
        model.next();
        assertEquals(expected[0], model.current());
        model.previous();
        assertEquals(expected[expected.length - 1], model.current());
    }

    @Test
    void goesThroughThePlacesOfAMessageFirst() {
        search("sip:");
        model.next();
        int first = model.current();
        int places = placesOf(first);
        for (int place = 1; place < places; place++) {
            model.next();
            assertEquals(first, model.current());
            assertEquals(place, model.placeProperty().get());
        }
        model.next();
        assertEquals(first + 1, model.current());
        model.previous();
        assertEquals(first, model.current());
        assertEquals(places - 1, model.placeProperty().get());
    }

    private int placesOf(int message) {
        String text = new String(index.bytes(message), UTF_8).toLowerCase(Locale.ROOT);
        return text.split("sip:", -1).length - 1;
    }

    @Test
    void dialogsThatAreChosenTogetherStayChosen() {
        List<Integer> all = IntStream.range(0, index.dialogs().size()).boxed().toList();
        selection.set(Selection.NONE.withDialogs(all));
        search("BYE sip:");
        model.next();
        assertEquals(all, selection.get().dialogs());
    }

    @Test
    void whatCannotBeSearchedForIsSaid() {
        model.kindProperty().set(SearchKind.HEX);
        search("0dz");
        SearchState.Wrong wrong = assertInstanceOf(SearchState.Wrong.class, model.stateProperty().get());
        assertEquals(2, wrong.offset());
        assertFalse(wrong.words().isEmpty());
        model.next();
        assertEquals(Selection.NONE, selection.get());
    }

    @Test
    void aFailedSearchIsSaid() {
        background.fails = true;
        search("BYE");
        assertInstanceOf(SearchState.Failed.class, model.stateProperty().get());
    }

    @Test
    void otherCapturesAreSearchedAgain(@TempDir Path folder) throws IOException {
        search("BYE sip:");
        int before = model.hits().orElseThrow().size();
        model.show(SampleCalls.calls(40).index(folder.resolve("more.pcap")));
        assertTrue(model.hits().orElseThrow().size() > before);
        model.showNothing();
        assertInstanceOf(SearchState.Idle.class, model.stateProperty().get());
    }
}
