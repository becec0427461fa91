// The few words that a chart says by itself. The chart's own text comes from the viewer.

/** @type {Record<string, {table: string, marks: string, loading: string, failed: string, highlighted: string, released: string, evidence: string}>} */
const WORDS = {
    es: {
        table: 'Ver los datos en una tabla',
        marks: 'Use las flechas para recorrer los valores del gráfico.',
        loading: 'Preparando el gráfico…',
        failed: 'No se pudo dibujar este gráfico.',
        highlighted: 'resaltado en todos los gráficos',
        released: 'ya no está resaltado',
        evidence: 'Ver la evidencia',
    },
    pt: {
        table: 'Ver os dados em uma tabela',
        marks: 'Use as setas para percorrer os valores do gráfico.',
        loading: 'Preparando o gráfico…',
        failed: 'Não foi possível desenhar este gráfico.',
        highlighted: 'em destaque em todos os gráficos',
        released: 'sem destaque',
        evidence: 'Ver a evidência',
    },
    en: {
        table: 'See the data as a table',
        marks: 'Use the arrow keys to go through the values of the chart.',
        loading: 'Preparing the chart…',
        failed: 'This chart could not be drawn.',
        highlighted: 'highlighted in every chart',
        released: 'no longer highlighted',
        evidence: 'See the evidence',
    },
    fr: {
        table: 'Voir les données en tableau',
        marks: 'Utilisez les flèches pour parcourir les valeurs du graphique.',
        loading: 'Préparation du graphique…',
        failed: 'Ce graphique n’a pas pu être dessiné.',
        highlighted: 'mis en évidence dans tous les graphiques',
        released: 'n’est plus mis en évidence',
        evidence: 'Voir la source',
    },
};

/**
 * The words in this locale's language.
 * @param {string} locale
 */
export function words(locale) {
    return WORDS[locale.split('-')[0]] ?? WORDS.es;
}
