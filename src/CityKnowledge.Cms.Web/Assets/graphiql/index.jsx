import { createRoot } from 'react-dom/client';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import 'graphiql/graphiql.css';
import './page.css';

const welcome = `# Ask the site. Types are in the documentation on the left; Ctrl+Space completes.
{
  practice(first: 5, orderBy: { publishedUtc: DESC }) {
    displayText
    path
    cities { contentItems { displayText } }
  }
}
`;

createRoot(document.getElementById('graphiql')).render(
  <GraphiQL fetcher={createGraphiQLFetcher({ url: '/api/graphql' })} defaultQuery={welcome} />,
);
