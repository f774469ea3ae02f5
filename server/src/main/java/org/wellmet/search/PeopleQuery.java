package org.wellmet.search;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/// Turns what a member typed into a question to Lucene: each word must be found somewhere, as it stands, as a
/// beginning, or with a typing error.
final class PeopleQuery {
    /// More words than any name or headline needs; the rest is ignored.
    private static final int MAX_WORDS = 8;
    private static final int MAX_WORD_LENGTH = 40;
    /// How many spellings a typing error may stand for: bounds the work of one search.
    private static final int MAX_EXPANSIONS = 50;
    /// A shorter word has neighbours in all directions, so a typing error in it is not forgiven.
    private static final int MIN_FUZZY_LENGTH = 3;
    private static final int MIN_TWO_ERRORS_LENGTH = 8;
    private static final float EXACT = 4;
    private static final float PREFIX = 2;
    private static final float FUZZY = 1;

    private static final FoldingAnalyzer ANALYZER = new FoldingAnalyzer();

    private PeopleQuery() {}

    /// The words of a text, as the index knows them.
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        try (TokenStream tokens = ANALYZER.tokenStream("query", new StringReader(text))) {
            CharTermAttribute word = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken() && words.size() < MAX_WORDS) {
                words.add(word.toString().substring(0, Math.min(word.length(), MAX_WORD_LENGTH)));
            }
            tokens.end();
        } catch (IOException impossible) { // a StringReader does not fail
            throw new UncheckedIOException(impossible);
        }
        return words;
    }

    /// Documents in which each word is found, in what every member may see or in what the viewer's `connections` show
    /// to connections.
    static Query of(List<String> words, Collection<Long> connections) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (String word : words) {
            all.add(found(word, connections), Occur.MUST);
        }
        return all.build();
    }

    private static Query found(String word, Collection<Long> connections) {
        BooleanQuery.Builder anywhere = new BooleanQuery.Builder();
        for (Term.Kind kind : Term.Kind.values()) {
            anywhere.add(new BoostQuery(spelt(membersField(kind), word), kind.weight()), Occur.SHOULD);
            if (!connections.isEmpty()) {
                anywhere.add(
                        new BooleanQuery.Builder()
                                .add(new BoostQuery(spelt(connectionsField(kind), word), kind.weight()), Occur.MUST)
                                .add(LongPoint.newSetQuery(PeopleIndex.ID, connections), Occur.FILTER)
                                .build(),
                        Occur.SHOULD);
            }
        }
        return anywhere.build();
    }

    private static Query spelt(String field, String word) {
        org.apache.lucene.index.Term term = new org.apache.lucene.index.Term(field, word);
        BooleanQuery.Builder spellings = new BooleanQuery.Builder()
                .add(weighed(new TermQuery(term), EXACT), Occur.SHOULD)
                .add(weighed(new PrefixQuery(term), PREFIX), Occur.SHOULD);
        if (word.length() >= MIN_FUZZY_LENGTH) {
            int errors = word.length() >= MIN_TWO_ERRORS_LENGTH ? 2 : 1;
            // The first letter of a long word is taken as typed: two errors anywhere would look at half of the index.
            int firstLetters = errors - 1;
            spellings.add(
                    weighed(new FuzzyQuery(term, errors, firstLetters, MAX_EXPANSIONS, true), FUZZY), Occur.SHOULD);
        }
        return spellings.build();
    }

    /// How often a word occurs elsewhere says nothing about whom the searcher means.
    private static Query weighed(Query query, float weight) {
        return new BoostQuery(new ConstantScoreQuery(query), weight);
    }

    static String membersField(Term.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    static String connectionsField(Term.Kind kind) {
        return membersField(kind) + "_connections";
    }
}
