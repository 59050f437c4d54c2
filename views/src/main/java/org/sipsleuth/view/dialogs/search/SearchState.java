package org.sipsleuth.view.dialogs.search;

import org.sipsleuth.search.SearchHits;

/// How far a search is.
sealed interface SearchState {

    /// Nothing is searched for.
    record Idle() implements SearchState {}

    /// What was typed cannot be searched for.
    ///
    /// @param words why not
    /// @param offset the character at which it is wrong
    record Wrong(String words, int offset) implements SearchState {}

    /// It is being searched for.
    record Running() implements SearchState {}

    /// It was searched for everywhere.
    record Found(SearchHits hits) implements SearchState {}

    /// The captures can no longer be read.
    record Failed() implements SearchState {}
}
