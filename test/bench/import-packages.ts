/* What a cold start can't do without: loads the packages that the service loads, does nothing with them, and says so. */
import '@azure/data-tables';
import 'adaptivecards-templating';
import 'botbuilder';
import 'botframework-connector';
import 'date-holidays';
import 'jose';
import 'pino';
import 'restify';
import 'zod';

process.stdout.write('imported\n');
