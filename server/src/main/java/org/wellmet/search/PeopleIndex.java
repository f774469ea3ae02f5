package org.wellmet.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.springframework.stereotype.Component;
import org.wellmet.changelog.Change;
import org.wellmet.changelog.Projection;
import org.wellmet.member.MemberId;

/// Which members match some words. A projection: it holds nothing that the tables do not.
///
/// It lives in memory and is rebuilt at every start, at about 1 KB and 50 microseconds a member.
///
/// Thread-safe: one thread follows, any number search; a search sees one whole version.
@Component
final class PeopleIndex implements Projection, AutoCloseable {
    static final String ID = "id";

    /// How many members are read from the tables at once while rebuilding.
    private static final int PIECE = 1_000;
    private static final long RAM_BUFFER_MEGABYTES = 16;

    private final SearchTerms terms;
    private final IndexWriter writer;
    private final SearcherManager searchers;

    PeopleIndex(SearchTerms terms) throws IOException {
        this.terms = terms;
        IndexWriterConfig configuration = new IndexWriterConfig(new FoldingAnalyzer());
        configuration.setRAMBufferSizeMB(RAM_BUFFER_MEGABYTES);
        this.writer = new IndexWriter(new ByteBuffersDirectory(), configuration);
        this.searchers = new SearcherManager(writer, null);
    }

    @Override
    public String name() {
        return "search for people";
    }

    @Override
    public void rebuild() {
        try {
            writer.deleteAll();
            List<MemberId> piece = terms.memberIdsAfter(0, PIECE);
            while (!piece.isEmpty()) {
                write(piece);
                piece = terms.memberIdsAfter(piece.getLast().value(), PIECE);
            }
            searchers.maybeRefreshBlocking();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void apply(List<Change> changes) {
        Set<MemberId> touched = new LinkedHashSet<>();
        for (Change change : changes) {
            if (terms.concerns(change)) {
                touched.add(new MemberId(change.memberId()));
            }
        }
        try {
            if (!touched.isEmpty()) {
                write(touched);
                searchers.maybeRefreshBlocking();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// The ids of up to `limit` members that match all words, best first, and how much each matches.
    List<Hit> search(List<String> words, Collection<Long> connections, int limit) {
        if (words.isEmpty()) {
            return List.of();
        }
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                ScoreDoc[] found = searcher.search(PeopleQuery.of(words, connections), limit).scoreDocs;
                NumericDocValues ids = MultiDocValues.getNumericValues(searcher.getIndexReader(), ID);
                List<Hit> hits = new ArrayList<>();
                ScoreDoc[] inOrderOfDocuments = found.clone(); // doc values are read forwards only
                Arrays.sort(inOrderOfDocuments, Comparator.comparingInt(hit -> hit.doc));
                for (ScoreDoc hit : inOrderOfDocuments) {
                    if (ids != null && ids.advanceExact(hit.doc)) {
                        hits.add(new Hit(new MemberId(ids.longValue()), hit.score));
                    }
                }
                hits.sort(Comparator.comparingDouble(Hit::score).reversed());
                return List.copyOf(hits);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        writer.close();
    }

    private void write(Collection<MemberId> members) throws IOException {
        Map<MemberId, List<Term>> byMember = terms.of(members);
        for (MemberId member : members) {
            writer.deleteDocuments(LongPoint.newExactQuery(ID, member.value()));
            List<Term> found = byMember.getOrDefault(member, List.of());
            if (!found.isEmpty()) {
                writer.addDocument(toDocument(member, found));
            }
        }
    }

    private static Document toDocument(MemberId member, List<Term> terms) {
        Document document = new Document();
        document.add(new LongPoint(ID, member.value()));
        document.add(new NumericDocValuesField(ID, member.value()));
        for (Term term : terms) {
            switch (term.audience()) {
                case ME -> {} // nobody finds a member by what only they may read
                // No section is offered to the 2nd degree; were one, the stricter of the two would hold.
                case CONNECTIONS, SECOND ->
                    document.add(new TextField(PeopleQuery.connectionsField(term.kind()), term.text(), Field.Store.NO));
                case MEMBERS, PUBLIC ->
                    document.add(new TextField(PeopleQuery.membersField(term.kind()), term.text(), Field.Store.NO));
            }
        }
        return document;
    }

    /// A member who matches, and how well; comparable within one search only.
    record Hit(MemberId member, double score) {}
}
