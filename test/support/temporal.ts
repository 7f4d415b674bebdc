/** Node 20 has no `Temporal`; the browsers Lanyard runs in do. */
import 'temporal-polyfill/global';
